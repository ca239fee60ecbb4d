"""Tables that editors take out of the portal and bring in: CSV and XLSX."""
