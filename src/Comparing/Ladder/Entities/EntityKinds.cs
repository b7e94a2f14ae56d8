namespace FlowEngine.Comparing.Ladder.Entities;

internal static class EntityKinds
{
    public const string Amounts = "amounts";
    public const string Dates = "dates";
    public const string Emails = "emails";
    public const string Links = "links";
    public const string Phones = "phones";

    /// <summary>A product with the amounts that stand with it.</summary>
    public const string Prices = "prices";

    public const string Products = "products";

    public static IReadOnlyList<string> All { get; } = [Amounts, Dates, Products, Prices, Links, Emails, Phones];
}
