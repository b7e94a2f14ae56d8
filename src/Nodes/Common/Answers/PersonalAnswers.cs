using System.Collections.Frozen;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>Which answers tell who the user is, by their type or by the name of their variable.</summary>
internal static class PersonalAnswers
{
    private static readonly FrozenSet<string> s_nameWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "name", "names", "fullname", "firstname", "lastname", "surname", "ad", "adi", "adı", "adsoyad", "isim", "ismi", "soyad", "soyadi", "soyadı", "soyisim");

    /// <summary>Names of things, not of people.</summary>
    private static readonly FrozenSet<string> s_otherWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "product", "category", "brand", "model", "file", "city", "country", "street", "item", "flow", "shop", "urun", "ürün", "kategori", "marka", "sehir", "şehir", "ilce", "ilçe");

    /// <summary>As a sentence goes on; null where it tells nothing of the kind.</summary>
    public static string? Of(AnswerType type, string? variable) => type switch
    {
        AnswerType.Email => "an e-mail address",
        AnswerType.Phone => "a phone number",
        AnswerType.Text when variable is not null && IsName(variable) => "a name",
        _ => null,
    };

    private static bool IsName(string variable)
    {
        var words = variable.Split('.', '_', '-');
        return words.Any(s_nameWords.Contains) && !words.Any(s_otherWords.Contains);
    }
}
