"""How Spanish in writing is said: numbers, money, dates, times, units, codes and abbreviations, in words."""
