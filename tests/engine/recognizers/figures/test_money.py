"""Money of the world: by sign, code, name, and by the country of the text."""

from __future__ import annotations

import pytest

from tests.engine.recognizers.figures.found import figures, values


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("It cost $2.3 billion.", "$2.3 billion", 2_300_000_000, "USD"),
        ("It cost €2.4bn.", "€2.4bn", 2_400_000_000, "EUR"),
        ("It cost $5m.", "$5m", 5_000_000, "USD"),
        ("It cost £3k.", "£3k", 3_000, "GBP"),
        ("It cost $1tn.", "$1tn", 1_000_000_000_000, "USD"),
        ("It cost A$40 million.", "A$40 million", 40_000_000, "AUD"),
        ("It cost US$5m.", "US$5m", 5_000_000, "USD"),
        ("It cost R$12.50.", "R$12.50", 12.5, "BRL"),
        ("It cost KSh 4.5 million.", "KSh 4.5 million", 4_500_000, "KES"),
        ("It cost GH₵40.", "GH₵40", 40, "GHS"),
        ("It cost ₦1,200.", "₦1,200", 1_200, "NGN"),
        ("It cost N4.8 billion.", "N4.8 billion", 4_800_000_000, "NGN"),
        ("It cost Sh18,000.", "Sh18,000", 18_000, "KES"),
        ("It cost ₹3 crore.", "₹3 crore", 30_000_000, "INR"),
        ("It cost Rs 2 lakh crore.", "Rs 2 lakh crore", 2_000_000_000_000, "INR"),
        ("It cost USD 12,500.", "USD 12,500", 12_500, "USD"),
        ("It cost 12,500 USD.", "12,500 USD", 12_500, "USD"),
        ("It cost RMB 70 million.", "RMB 70 million", 70_000_000, "CNY"),
        ("It cost 70 MUSD.", "70 MUSD", 70_000_000, "USD"),
        ("It cost 3 million euros.", "3 million euros", 3_000_000, "EUR"),
        ("It cost 40 US dollars.", "40 US dollars", 40, "USD"),
        ("It cost 30 Hong Kong dollars.", "30 Hong Kong dollars", 30, "HKD"),
        ("It cost 1,200 naira.", "1,200 naira", 1_200, "NGN"),
        ("It cost 5 million yuan.", "5 million yuan", 5_000_000, "CNY"),
        ("It cost 5,000 won.", "5,000 won", 5_000, "KRW"),
        ("It cost 45 cents.", "45 cents", 0.45, "USD"),
        ("It cost 80 pence.", "80 pence", 0.8, "GBP"),
        ("It cost 3 dollars 50 cents.", "3 dollars 50 cents", 3.5, "USD"),
        ("It cost half a million dollars.", "half a million dollars", 500_000, "USD"),
        ("It cost 25 million pounds.", "25 million pounds", 25_000_000, "GBP"),
        ("It lost -$5 million.", "-$5 million", -5_000_000, "USD"),
    ],
)
def test_it_reads_sum_and_currency(text, words, value, unit):
    assert values(text) == [(words, value, unit)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Karachi, Pakistan: it cost Rs 500.", "PKR"),
        ("Colombo, Sri Lanka: it cost 500 rupees.", "LKR"),
        ("Oslo, Norway, paid 500 kroner.", "NOK"),
        ("Mexico City paid 500 pesos, Mexico said.", "MXN"),
        ("Somebody paid 500 pesos.", "pesos"),
        ("In Soweto, South Africa, a bus costs R500.", "ZAR"),
        ("Ouagadougou, Burkina Faso, paid 500 CFA francs.", "XOF"),
        ("The Fiji council in Suva, Fiji, paid $500.", "FJD"),
        ("The Fiji council in Suva, Fiji, paid the American firm $500.", "USD"),
        ("Canada was there. It paid $500.", "USD"),
        ("Ottawa, Canada: it cost 500 cents.", "CAD"),
        ("In Dublin, Ireland, bread costs €2, or 500 cents.", "EUR"),
    ],
)
def test_the_country_of_the_text_tells_a_shared_currency(text, unit):
    assert figures(text)[-1].unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "The N1 and the M5 are roads.",
        "Children got the R21 vaccine.",
        "In South Africa the R27 is closed.",
        "In Guatemala sales rose in Q3.",
    ],
)
def test_a_letter_before_a_number_may_be_no_sign(text):
    assert figures(text) == []
