using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Observations;

/// <summary>The parts of what a model is given, which both engines fill alike: each as a short hash, so that two can be told apart and nothing of them is kept.</summary>
public static class ModelInputs
{
    public const string Language = "language";
    public const string Message = "message";
    public const string Category = "category";
    public const string PriceQuery = "price_query";
    public const string ProductSearch = "product_search";
    public const string Products = "products";
    public const string ProductOrder = "product_order";
    public const string Comparison = "comparison";
    public const string Passages = "passages";
    public const string Contact = "contact";
    public const string History = "history";
    public const string Variables = "variables";
    public const string Directives = "directives";
    public const string VatNote = "vat_note";
    public const string Prompt = "prompt";
    public const string Tools = "tools";
    public const string Tenant = "tenant";

    private const char Between = '\0';
    private const int ShortLength = 16;

    /// <summary>In which they are looked through for the first that differs: what the turn is about, what was looked up for it, what is told beside.</summary>
    public static IReadOnlyList<string> Order { get; } =
    [
        Language, Message, Category, PriceQuery, ProductSearch, Products, ProductOrder, Comparison, Passages, Contact, History, Variables, Directives, VatNote,
        Tenant, Prompt, Tools,
    ];

    public static ObservedModelCall Of(ModelCall call) => new(
        call.NodeId, call.Request.IsQuestion, Of(call.Request), call.Reply.Text is { } text ? Hash(text.Trim()) : null);

    private static Dictionary<string, string> Of(ModelRequest request)
    {
        var given = request.Given;
        var parts = new (string Name, IEnumerable<string?> Values)[]
        {
            (Language, [given.Language]),
            (Message, [given.UserMessage]),
            (Category, [given.Category]),
            (PriceQuery, [given.PriceQueryType]),
            (ProductSearch, given is { ProductsWereSearched: true, Products.Count: 0 } ? ["found nothing"] : []),
            (Products, given.Products.Select(Text).Order(StringComparer.Ordinal)),
            (ProductOrder, given.Products.Select(product => Invariant($"{product.Id}"))),
            (Comparison, given.Comparison is { } comparison ? comparison.Products.Select(Text).Append(comparison.Format) : []),
            (Passages, given.Passages.Select(passage => Invariant($"{passage.Id}{Between}{passage.Title}{Between}{passage.Content}"))),
            (Contact, given.Contact is { } contact ? Texts(contact, given.Language) : []),
            (History, given.History.Select(message => Invariant($"{message.Role}{Between}{message.Content}"))),
            (Variables, given.Variables.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Invariant($"{pair.Key}{Between}{pair.Value}"))),
            (Directives, given.Directives.Select(rule => Invariant($"{rule.Key}{Between}{rule.Value}")).Order(StringComparer.Ordinal)),
            (VatNote, [given.VatNote]),
            (Tenant, [given.TenantName, given.Currency]),
            (Prompt, [given.SystemPrompt.Trim()]),
            (Tools, request.Tools?.Tools.Select(tool => tool.Name) ?? []),
        };
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in parts)
        {
            string[] said = [.. values.Where(value => !string.IsNullOrEmpty(value)).Select(value => value!)];
            if (said.Length > 0)
            {
                hashes[name] = Hash(string.Join("\u0001", said));
            }
        }

        return hashes;
    }

    private static string Text(Product product)
    {
        var converted = string.Concat(product.ConvertedPrices.Select(price => Invariant($"{Between}{price.Amount}{price.Currency}")));
        return Invariant($"{product.Id}{Between}{product.Name}{Between}{product.Price}{Between}{product.Currency}{Between}{product.Stock}{converted}");
    }

    private static IEnumerable<string?> Texts(ContactFacts contact, string language) =>
    [
        Named("phone", contact.Phone), Named("whatsapp", contact.WhatsApp), Named("email", contact.Email), Named("address", contact.Address),
        Named("hours", contact.WorkingHours.GetValueOrDefault(language)), Named("form", contact.CallbackFormUrl),
    ];

    private static string? Named(string name, string? value) => value is null ? null : name + Between + value;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..ShortLength];
}
