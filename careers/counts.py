from django.db.models import Count, Func, QuerySet, Subquery


def number_of(rows: QuerySet) -> Subquery:
    """How many rows there are, to ask for many such numbers in one query."""
    # COUNT as a plain function, because Count() would group by the row.
    return Subquery(rows.order_by().values(number=Func("pk", function=Count.function)))
