using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Common;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Integration;

public enum WebhookMethod
{
    Post,
    Get,
    Put,
    Patch,
    Delete,
}

public sealed record WebhookConfiguration : IOutgoingConfiguration, IValidatedConfiguration, IWritingConfiguration
{
    /// <summary>The walk variable of the answer's status.</summary>
    internal const string Status = "webhook_status";

    [SentOut("the webhook's address")]
    [Description("Scheme and host are written out; variables in the path and query are encoded.")]
    public required Template Url { get; init; }

    public WebhookMethod Method { get; init; } = WebhookMethod.Post;

    [SentOut("a header of the webhook")]
    [Description("By name. Authorization is filled by the secret.")]
    public IReadOnlyDictionary<string, Template> Headers { get; init; } = new Dictionary<string, Template>();

    [SentOut("the webhook's payload")]
    [Description("The body, sent as JSON; a text is sent as text. Nothing else of the conversation is sent.")]
    public ValueTemplate? Payload { get; init; }

    [Range(1, 30)]
    [Description("Seconds for the whole call.")]
    public int Timeout { get; init; } = 10;

    [Description("The variable by its place in the answer: { order_id: \"order.id\" }, a JSON pointer, or \"$\" for all of it. Walk variables unless the name says otherwise.")]
    public IReadOnlyDictionary<string, string> ResponseMap { get; init; } = new Dictionary<string, string>();

    [SecretName]
    [Description("The name of a secret: secret:NAME of the tenant, config:NAME or env:NAME of the service.")]
    public string? Secret { get; init; }

    [Description("The header that carries the secret as it is; without it Authorization: Bearer.")]
    public string? SecretHeader { get; init; }

    Uri? IOutgoingConfiguration.Origin => WebhookUrl.OriginOf(Url);

    string IOutgoingConfiguration.UrlPointer => "/url";

    bool IOutgoingConfiguration.IsIdempotent => Method is not (WebhookMethod.Post or WebhookMethod.Patch);

    internal bool SendsBody => Payload is not null && Method != WebhookMethod.Get;

    /// <summary>The status is known of a call that failed, too.</summary>
    IReadOnlyList<VariableWrite> IWritingConfiguration.Writes =>
    [
        new(AssignmentScope.Walk, Status, ValueTypes.Number) { Ports = [NodePort.Error] },
        .. ResponseMap.Keys.Select(name => VariableName.Written(name, AssignmentScope.Walk, ValueTypes.Any, $"/response_map/{name}")),
    ];

    public IEnumerable<ConfigurationFault> Validate()
    {
        var names = ResponseMap.Keys.Select(name => VariableName.FaultOf(name, $"/response_map/{name}"));
        var headers = Headers.Keys.Select(HeaderFault);
        ConfigurationFault?[] others = [WebhookUrl.FaultOf(Url, "/url"), PayloadFault(), SecretFault(), SecretHeaderFault()];
        return others.Concat(headers).Concat(names).OfType<ConfigurationFault>();
    }

    private static ConfigurationFault? HeaderFault(string name)
    {
        var pointer = $"/headers/{name}";
        return !OutgoingHeaders.IsName(name) ? new(pointer, $"'{name}' is not the name of a header.", "Use letters, digits and -.")
            : name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
                ? new(pointer, "A flow holds no secrets.", "Name the secret in 'secret', as secret:NAME.") { Code = "secret_in_clear" }
            : OutgoingHeaders.IsReserved(name) ? new(pointer, $"The header '{name}' is made by the service.", "Remove it.")
            : null;
    }

    private ConfigurationFault? PayloadFault() => Payload is not null && Method == WebhookMethod.Get
        ? new("/payload", "GET sends no body, so the payload is not sent.", "Use another method, or put it into the URL's query.", IsError: false)
        : null;

    private ConfigurationFault? SecretFault() => Secret is { } secret && SecretReference.NameOf(secret) is null
        ? new("/secret", "A flow holds no secrets, only their names.", "Write secret:NAME and store the secret of that name, or config:NAME and have the operator set it.") { Code = "secret_in_clear" }
        : null;

    private ConfigurationFault? SecretHeaderFault() =>
        SecretHeader is not { } name ? null
        : !OutgoingHeaders.IsName(name) || OutgoingHeaders.IsTransport(name)
            ? new("/secret_header", $"The header '{name}' cannot carry a secret.", "Use a name such as X-Api-Key.")
        : Secret is null ? new("/secret_header", "There is no secret to send.", "Set 'secret'.", IsError: false)
        : null;
}
