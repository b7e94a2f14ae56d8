using System.Collections.Frozen;

namespace FlowEngine.Text.Personal;

/// <summary>
/// What names of variables, labels and questions say about the values, in Turkish and English: <c>customer_name</c>, <c>contactEmail</c>,
/// <c>telefon</c>, "Adınız nedir?". A name of a thing (<c>product_name</c>, <c>şehir adı</c>) is nobody's.
/// </summary>
public static class PersonalNames
{
    private const int MaxLength = 500;

    private static readonly FrozenDictionary<string, PersonalKind> s_words = Words();

    /// <summary>Beginnings of words that take endings: <c>telefonunuz</c>, <c>adresinizi</c>.</summary>
    private static readonly (string Stem, PersonalKind Kind)[] s_stems =
    [
        ("telefon", PersonalKind.Phone), ("eposta", PersonalKind.Email), ("email", PersonalKind.Email), ("mailiniz", PersonalKind.Email), ("adiniz", PersonalKind.Name),
        ("isminiz", PersonalKind.Name), ("soyad", PersonalKind.Name), ("soyis", PersonalKind.Name), ("surname", PersonalKind.Name),
        ("adres", PersonalKind.Address), ("address", PersonalKind.Address), ("dogum", PersonalKind.Birth), ("birth", PersonalKind.Birth), ("kimlik", PersonalKind.Identity),
        ("pasaport", PersonalKind.Identity), ("passport", PersonalKind.Identity), ("iban", PersonalKind.Account), ("phone", PersonalKind.Phone), ("whatsapp", PersonalKind.Phone),
    ];

    /// <summary>Words that say that the name, the address or the phone is a thing's.</summary>
    private static readonly FrozenSet<string> s_things = FrozenSet.Create(
        StringComparer.Ordinal,
        "product", "products", "category", "brand", "model", "type", "color", "colour", "file", "city", "country", "item", "flow", "shop", "store", "node", "intent",
        "language", "variable", "field", "event", "campaign", "case", "charger", "web", "website", "site", "url", "ip", "mac", "urun", "urunun", "kategori", "kategorinin", "marka",
        "markasi", "modeli", "renk", "dosya", "sehir", "sehrin", "ilce", "ulke", "magaza", "magazanin", "kampanya", "kilif", "webhook", "search", "arama");

    private static readonly string[] s_thingStems = ["model", "urun", "product", "kategori", "categor", "marka", "brand", "sehr", "sehir", "magaza"];

    /// <summary>Names that things have too; in what others answer they need a person around them.</summary>
    private static readonly FrozenSet<string> s_shared = FrozenSet.Create(
        StringComparer.Ordinal, "name", "names", "ad", "adi", "isim", "ismi", "company", "firma", "sirket", "unvan", "address", "adres", "adresi", "street", "card", "kart");

    private static readonly FrozenSet<string> s_persons = FrozenSet.Create(
        StringComparer.Ordinal,
        "customer", "user", "person", "contact", "buyer", "member", "client", "recipient", "owner", "guest", "patient", "lead", "arguments", "fields", "musteri", "kullanici", "kisi",
        "uye", "alici", "yetkili", "misafir", "hasta");

    private static readonly FrozenDictionary<string, PersonalKind>.AlternateLookup<ReadOnlySpan<char>> s_wordLookup = s_words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_thingLookup = s_things.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_personLookup = s_persons.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_sharedLookup = s_shared.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Has(string name) => KindOf(name) != PersonalKind.None;

    /// <summary>What a name or a question says that it holds or asks for.</summary>
    public static PersonalKind KindOf(string text)
    {
        Span<char> folded = stackalloc char[Math.Min(text.Length, MaxLength)];
        var (kind, start, previous) = (PersonalKind.None, 0, default(Range));
        Fold(text, folded);
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && !EndsWord(text, i))
            {
                continue;
            }

            if (i > start)
            {
                var word = folded[start..i];
                if (IsThing(word))
                {
                    return PersonalKind.None;
                }

                if (kind == PersonalKind.None)
                {
                    kind = OfWord(word);
                    kind = kind == PersonalKind.None && OfPair(folded[previous], word) is var pair ? pair : kind;
                }

                previous = start..i;
            }

            start = i < folded.Length && char.IsLetterOrDigit(text[i]) ? i : i + 1;
        }

        return kind;
    }

    /// <summary>A bare <c>name</c> or <c>address</c>, which may be a thing's as well.</summary>
    public static bool IsShared(string name)
    {
        Span<char> folded = stackalloc char[Math.Min(name.Length, MaxLength)];
        Fold(name, folded);
        return s_sharedLookup.Contains(folded);
    }

    /// <summary>The name of what stands in something named: a bare <c>name</c> is that of its holder, so that <c>category.name</c> is a thing's.</summary>
    public static string Within(string holder, string name) => holder.Length > 0 && IsShared(name) ? $"{holder}.{name}" : name;

    /// <summary>A word such as <c>customer</c>: what stands under it is a person's.</summary>
    public static bool IsPerson(string name)
    {
        Span<char> folded = stackalloc char[Math.Min(name.Length, MaxLength)];
        Fold(name, folded);
        return s_personLookup.Contains(folded);
    }

    private static bool IsThing(ReadOnlySpan<char> word)
    {
        if (s_thingLookup.Contains(word))
        {
            return true;
        }

        foreach (var stem in s_thingStems)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static PersonalKind OfWord(ReadOnlySpan<char> word)
    {
        if (s_wordLookup.TryGetValue(word, out var kind))
        {
            return kind;
        }

        foreach (var (stem, stemKind) in s_stems)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal))
            {
                return stemKind;
            }
        }

        return PersonalKind.None;
    }

    /// <summary>Words that are written together or apart: <c>e-posta</c>, <c>first_name</c>.</summary>
    private static PersonalKind OfPair(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        const int MaxPair = 40;
        if (first.Length == 0 || first.Length + second.Length > MaxPair)
        {
            return PersonalKind.None;
        }

        Span<char> pair = stackalloc char[first.Length + second.Length];
        first.CopyTo(pair);
        second.CopyTo(pair[first.Length..]);
        return OfWord(pair);
    }

    private static bool EndsWord(string text, int i) =>
        !char.IsLetterOrDigit(text[i]) || (i > 0 && ((char.IsUpper(text[i]) && char.IsLower(text[i - 1])) || char.IsDigit(text[i]) != char.IsDigit(text[i - 1])));

    private static void Fold(string text, Span<char> folded)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = text[i] switch
            {
                'ı' or 'İ' or 'I' => 'i',
                'ş' or 'Ş' => 's',
                'ğ' or 'Ğ' => 'g',
                'ü' or 'Ü' => 'u',
                'ö' or 'Ö' => 'o',
                'ç' or 'Ç' => 'c',
                var c => char.ToLowerInvariant(c),
            };
        }
    }

    private static FrozenDictionary<string, PersonalKind> Words()
    {
        (PersonalKind Kind, string Words)[] lists =
        [
            (PersonalKind.Name, "name names fullname firstname lastname forename surname nickname username ad adi adim adsoyad isim ismi ismim soyisim"),
            (PersonalKind.Email, "mail emails eposta epostasi mailadresi"),
            (PersonalKind.Phone, "mobile gsm tel telno msisdn cep cepno"),
            (PersonalKind.Address, "street sokak mahalle postcode zipcode postakodu"),
            (PersonalKind.Birth, "birthday dob"),
            (PersonalKind.Identity, "tc tckn tcno ssn nationalid idnumber vkn"),
            (PersonalKind.Account, "card kart kartno creditcard cvv hesapno accountnumber"),
            (PersonalKind.Company, "company firma firmasi firmaniz sirket sirketi sirketiniz unvan"),
        ];
        return lists
            .SelectMany(list => list.Words.Split(' '), (list, word) => KeyValuePair.Create(word, list.Kind))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
