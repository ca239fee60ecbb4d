"""Finding careers, places, industries, majors and pages by what people call them."""
