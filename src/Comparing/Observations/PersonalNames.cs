using System.Collections.Frozen;

namespace FlowEngine.Comparing.Observations;

/// <summary>Names of variables whose values are what people tell about themselves.</summary>
internal static class PersonalNames
{
    private static readonly FrozenSet<string> s_words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "name", "surname", "firstname", "lastname", "fullname", "email", "mail", "phone", "mobile", "gsm", "whatsapp", "address", "company",
        "birthday", "birthdate", "iban", "card", "tckn", "passport", "ad", "adi", "soyad", "soyadi", "isim", "eposta", "telefon", "tel", "adres",
        "firma", "sirket");

    /// <summary>True where one of the name's words is personal: <c>customer_name</c>, <c>contactEmail</c>.</summary>
    public static bool Has(string variable)
    {
        var start = 0;
        for (var i = 1; i <= variable.Length; i++)
        {
            var ends = i == variable.Length || !char.IsLetter(variable[i]) || (char.IsUpper(variable[i]) && char.IsLower(variable[i - 1]));
            if (ends)
            {
                if (s_words.Contains(variable[start..i].Trim('_', '-', '.')))
                {
                    return true;
                }

                start = char.IsLetter(variable[Math.Min(i, variable.Length - 1)]) ? i : i + 1;
            }
        }

        return s_words.Contains(variable.Replace("_", "", StringComparison.Ordinal));
    }
}
