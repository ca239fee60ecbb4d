"""How lists are narrowed. Of careers: what can be asked, who fits, and what each further choice would leave.

All of that but the form is pure and works on `facts`, which `selectors.careers_facts` reads, because the
counts beside every choice are far quicker over sets than over queries. Other lists are filtered by queries.
"""
