"""Countries by name, for feeds that write no codes: those where jobs of American employers are advertised."""

# ISO 3166-1 alpha-2 by name in small letters.
CODES = {
    "afghanistan": "AF", "argentina": "AR", "australia": "AU", "austria": "AT", "bahrain": "BH",
    "belgium": "BE", "brazil": "BR", "canada": "CA", "chile": "CL", "china": "CN", "colombia": "CO",
    "costa rica": "CR", "cuba": "CU", "czech republic": "CZ", "czechia": "CZ", "denmark": "DK",
    "djibouti": "DJ", "egypt": "EG", "finland": "FI", "france": "FR", "germany": "DE", "greece": "GR",
    "honduras": "HN", "hong kong": "HK", "hungary": "HU", "india": "IN", "indonesia": "ID", "iraq": "IQ",
    "ireland": "IE", "israel": "IL", "italy": "IT", "japan": "JP", "jordan": "JO", "kenya": "KE",
    "kosovo": "XK", "kuwait": "KW", "luxembourg": "LU", "malaysia": "MY", "mexico": "MX",
    "netherlands": "NL", "new zealand": "NZ", "nigeria": "NG", "norway": "NO", "pakistan": "PK",
    "panama": "PA", "peru": "PE", "philippines": "PH", "poland": "PL", "portugal": "PT", "qatar": "QA",
    "romania": "RO", "russia": "RU", "saudi arabia": "SA", "senegal": "SN", "singapore": "SG",
    "south africa": "ZA", "south korea": "KR", "korea, south": "KR", "spain": "ES", "sweden": "SE",
    "switzerland": "CH", "taiwan": "TW", "thailand": "TH", "the netherlands": "NL", "turkey": "TR",
    "türkiye": "TR", "ukraine": "UA", "united arab emirates": "AE", "united kingdom": "GB", "uk": "GB",
    "vietnam": "VN",
    "united states": "US", "united states of america": "US", "usa": "US", "u.s.": "US", "u.s.a.": "US",
    "us": "US",
}  # fmt: skip


def code(country: str) -> str:
    """The code of a country by its name or code; '' where it is neither."""
    country = country.strip()
    if known := CODES.get(country.lower()):
        return known
    return country.upper() if len(country) == 2 and country.isascii() and country.isalpha() else ""
