using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;

namespace FlowEngine.Nodes.Tests.Integration;

public sealed class WebhookContract : NodeContract
{
    private const string Full = """
        {
          "url": "https://crm.example/orders/{{ message }}?q={{ message }}", "method": "put", "headers": { "X-Shop": "{{ tenant.slug }}" },
          "payload": { "text": "{{ message }}" }, "timeout": "5", "response_map": { "order": "order.id", "conversation.all": "$" },
          "secret": "config:CRM", "secret_header": "X-Api-Key"
        }
        """;

    private const string Plain = """{ "url": "https://crm.example" }""";

    public override string Type => "webhook";

    public override IReadOnlyList<NodeCase> Cases =>
    [
        new("success", Json(Full)),
        new("success", Json(Plain)),
        new("error", Json(Plain)) { World = world => world.Http.Answers(new OutgoingAnswer(500, Value.Null, false)) },
    ];

    public override IReadOnlyList<NodeFailure> Failures =>
    [
        Failing(FailureCodes.OutgoingStatus, new(404, Value.Null, false)),
        Failing(FailureCodes.HostNotAllowed, OutgoingAnswer.Failed(FailureCodes.HostNotAllowed)),
        Failing(FailureCodes.OutgoingTimeout, OutgoingAnswer.Failed(FailureCodes.OutgoingTimeout)),
        Failing(FailureCodes.ResponseNotJson, new(200, Value.Of("<html>"), false)),
        new(FailureCodes.BadUrl, Json("""{ "url": "https://crm.example/orders/{{ message }}/items" }""")) { Message = ".." },
    ];

    private static NodeFailure Failing(string code, OutgoingAnswer answer) =>
        new(code, Json(Full)) { World = world => world.Http.Answers(answer) };
}
