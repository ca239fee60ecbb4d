MARK = "invented"  # in the slug, fingerprint or text of every row that was made to measure on
BATCH = 2000
