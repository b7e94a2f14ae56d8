using FlowEngine.Conversations;
using FlowEngine.Integrations.Offline;
using FlowEngine.LegacyAssistant.Context;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowEngine.LegacyAssistant.Tests.Doubles;

/// <summary>A tenant with everything that V1 needs, on the offline model unless others are given.</summary>
internal sealed record Shop
{
    public IReadOnlyList<IChatClient> Models { get; init; } = [new OfflineChatClient()];

    public TurnLimits Limits { get; init; } = new();

    public IPromptSource Prompts { get; init; } = new FixedPrompts("You sell.");

    public IProductCatalog Catalog { get; init; } = new InMemoryCatalog(
        [
            Product(1, "Yük YD-20 Dizel Forklift", "forklift", 842000m, "Açık saha için dizel forklift."),
            Product(2, "Kervan KE-16 Akülü Forklift", "forklift", 789000m, "Kapalı depo için sessiz forklift."),
            Product(3, "Doruk DM-15 Manuel Transpalet", "transpalet", 9750m, "Market için hafif transpalet."),
        ],
        [
            new(1, "forklift", new Dictionary<string, string> { ["tr"] = "Forklift", ["en"] = "Forklifts" }, ["istifleyici kamyon"]),
            new(2, "transpalet", new Dictionary<string, string> { ["tr"] = "Transpalet", ["en"] = "Pallet trucks" }, ["palet arabası", "pallet truck"]),
        ]);

    public IKnowledgeBase Knowledge { get; init; } = new InMemoryKnowledge(
        new Passage(5, "İade koşulları", "Ürünleri on dört gün içinde iade edebilirsiniz.", "https://depo.example/iade", 0));

    public IConversationHistory History { get; init; } = new InMemoryHistory();

    public TenantProfile Tenant { get; init; } = new()
    {
        Key = new(1, "main"),
        Slug = "depo",
        Name = "Depo Market",
        Languages = ["tr", "en"],
        Currency = "TRY",
        SiteUrl = "https://depo.example",
        Contact = new() { Phone = "+90 216 000 00 00" },
        Settings = new() { FallbackText = new Dictionary<string, string> { ["tr"] = "Birazdan döneriz." } },
    };

    public Task<TurnOutcome> AskAsync(string message, string language = "tr", IReplyStream? stream = null) =>
        RunAsync(Turn(message, language), stream);

    public Task<TurnOutcome> RunAsync(TurnInput turn, IReplyStream? stream = null, CancellationToken cancellationToken = default) =>
        new LegacyAssistantEngine(
            Prompts,
            new LegacyContextBuilder(Catalog, Knowledge, History),
            new ModelChain(new FixedModels([.. Models]), NullLogger<ModelChain>.Instance),
            Limits,
            TimeProvider.System,
            NullLogger<LegacyAssistantEngine>.Instance).RunAsync(turn, stream ?? NoReplyStream.Instance, cancellationToken);

    public TurnInput Turn(string? message, string language = "tr") => new()
    {
        Tenant = Tenant,
        ConversationId = new Guid("11111111-1111-1111-1111-111111111111"),
        TurnId = new Guid("22222222-2222-2222-2222-222222222222"),
        Seq = 3,
        Now = new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.Zero),
        SessionId = "s",
        Message = message,
        Language = language,
    };

    private static Product Product(long id, string name, string category, decimal price, string description) => new()
    {
        Id = id,
        Sku = $"P-{id}",
        Slug = $"urun-{id}",
        Name = name,
        CategorySlug = category,
        Description = description,
        Price = price,
        Currency = "TRY",
        Stock = 12,
    };
}
