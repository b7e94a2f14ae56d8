using System.ComponentModel.DataAnnotations;
using System.Net;
using FlowEngine.Chat;
using FlowEngine.Hosting.Databases;
using FlowEngine.Hosting.Jobs;
using FlowEngine.Integrations.Resilience;
using FlowEngine.ParallelRuns;
using Microsoft.Extensions.Configuration;
using Tags = FlowEngine.Conversations.ModelAnswers.ThinkingTags;

namespace FlowEngine.Hosting;

/// <summary>The section <c>FlowEngine</c> of the configuration.</summary>
public sealed class FlowEngineOptions : ChatOptions, IValidatableObject
{
    public const string Section = "FlowEngine";

    public DatabaseOptions Database { get; set; } = new();

    public AiOptions Ai { get; set; } = new();

    public OutgoingOptions Outgoing { get; set; } = new();

    public AccessOptions Access { get; set; } = new();

    public TelemetryOptions Telemetry { get; set; } = new();

    public ComparisonOptions Comparisons { get; set; } = new();

    public RetentionOptions Retention { get; set; } = new();

    public JobOptions Jobs { get; set; } = new();

    /// <summary>
    /// By name, or by a tenant's slug and name; AI configurations and flows refer to them as <c>config:NAME</c>. One of the service itself is used only
    /// where <see cref="AiOptions.Secrets"/> or <see cref="OutgoingOptions.Secrets"/> grant it.
    /// </summary>
    public IConfigurationSection? Secrets { get; set; }

    /// <summary>A folder for the keys that encrypt tenants' secrets, shared by all processes; without it they are in the database.</summary>
    public string? KeysDirectory { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        KeysDirectory is { } folder && !Directory.Exists(folder)
            ? [new("does not exist: make the folder, or name another.", [nameof(KeysDirectory)])]
            : [];
}

public sealed class DatabaseOptions : IValidatableObject
{
    /// <summary>The name of one of <see cref="DatabaseKinds.All"/>.</summary>
    public string Provider { get; set; } = "sqlite";

    [Required]
    public string ConnectionString { get; set; } = "Data Source=flowengine.db";

    /// <summary>A connection string that is not valid is not shown: it may be the password.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (DatabaseKinds.Find(Provider) is not { } kind)
        {
            yield return new($"must be {Names()}.", [nameof(Provider)]);
        }
        else if (!kind.IsConnectionString(ConnectionString))
        {
            yield return new($"is not a connection string of {kind.Title}, such as '{kind.Example}'.", [nameof(ConnectionString)]);
        }
    }

    private static string Names()
    {
        var names = DatabaseKinds.All.Select(kind => $"'{kind.Name}'").ToArray();
        return $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }
}

public sealed class AiOptions : IValidatableObject
{
    /// <summary>The longest that one model call may take, retries included, where its configuration says nothing else.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 45;

    /// <summary>The longest that one attempt may take to its first token, and from one token to the next.</summary>
    [Range(1, 600)]
    public int FirstTokenSeconds { get; set; } = 20;

    /// <summary>
    /// Endpoints of models that tenants may name although they are not on the public internet; each allows what lies below it. They are
    /// connected to through the machine's proxy, if it has one.
    /// </summary>
    public string[] Endpoints { get; set; } = [];

    /// <summary>The service's secrets that models' calls may use, by name.</summary>
    public Dictionary<string, SharedSecretOptions> Secrets { get; set; } = [];

    /// <summary>Marks between which models write what they think, where an AI configuration names none; null: the known ones.</summary>
    public string[]? ThinkingTags { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
    [
        .. SharedSecretOptions.FaultsOf(Endpoints, nameof(Endpoints)),
        .. SharedSecretOptions.FaultsOf(Secrets, nameof(Secrets)),
        .. ThinkingTags is null || Tags.Parse(ThinkingTags) is not null
            ? Array.Empty<ValidationResult>()
            : [new ValidationResult("each entry must be the name of a tag, or an opening and a closing mark with a space between them.", [nameof(ThinkingTags)])],
    ];

    public ModelCallOptions ToCallOptions() => new()
    {
        Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
        FirstToken = TimeSpan.FromSeconds(FirstTokenSeconds),
        ThinkingTags = (ThinkingTags is null ? null : Tags.Parse(ThinkingTags)) ?? Tags.Default,
    };
}

/// <summary>Calls that flows make to the outside.</summary>
public sealed class OutgoingOptions : IValidatableObject
{
    /// <summary>
    /// Networks such as <c>10.1.2.0/24</c> that calls may reach although they are private: for endpoints on the same premises.
    /// </summary>
    public List<string> PrivateNetworks { get; set; } = [];

    /// <summary>The service's secrets that flows' calls may use, by name.</summary>
    public Dictionary<string, SharedSecretOptions> Secrets { get; set; } = [];

    public IReadOnlyList<IPNetwork> ToNetworks() => [.. PrivateNetworks.Select(IPNetwork.Parse)];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => PrivateNetworks.Index()
        .Where(network => !IPNetwork.TryParse(network.Item, out _))
        .Select(network => new ValidationResult("is not a network such as 10.1.2.0/24.", [$"{nameof(PrivateNetworks)}:{network.Index}"]))
        .Concat(SharedSecretOptions.FaultsOf(Secrets, nameof(Secrets)));
}
