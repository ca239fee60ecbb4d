"""What the page of the best companies says first: who leads, of how many, by what score."""

from careers.prose.best_companies import leads


def test_it_says_who_is_first_of_how_many():
    assert leads(["Acme"], 1_300, "91.2") == "Of 1,300 companies, Acme ranks first: 91.2 of 100 points."


def test_companies_of_one_score_share_the_first_rank():
    assert leads(["Acme", "Bolt"], 9, "80") == (
        "Of 9 companies, Acme and Bolt share the first rank: 80 of 100 points each."
    )
    assert leads(list("abcd"), 9, "80") == "Of 9 companies, 4 share the first rank: 80 of 100 points each."


def test_one_that_stands_alone_is_first_of_none():
    assert leads(["Acme"], 1, "50") == "Acme is the only company that can be ranked: 50 of 100 points."
    assert leads([], 0, "") == ""
