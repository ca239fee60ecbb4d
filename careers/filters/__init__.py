"""How the list of careers is narrowed: what can be asked, who fits, and what each further choice would leave.

All but the form is pure: it works on `facts`, which `selectors.careers_facts` reads.
"""
