using FlowEngine.Conversations;
using FlowEngine.Nodes.Common;
using FlowEngine.NodeTypes;
using FlowEngine.Text.Personal;

namespace FlowEngine.Nodes.Integration;

[NodeType("webhook", NodeCategory.Integration,
    Summary = "Calls an HTTP endpoint and keeps what it needs of the answer.",
    Effect = EffectKind.External, CallsOut = true, Sets = [WebhookConfiguration.Status + ":number"])]
[Port("success")]
[Port(NodePort.Error, Optional = true)]
internal sealed class WebhookNode : Node<WebhookConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        WebhookConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        if (WebhookUrl.Render(configuration.Url, context.Scope) is not { } url)
        {
            return Failed(FailureCodes.BadUrl, "a variable holds only dots", null);
        }

        var key = context.VisitKey;
        var method = configuration.Method.ToString().ToUpperInvariant();
        var payload = configuration.SendsBody ? configuration.Payload!.Evaluate(context.Scope) : Value.Null;
        var intent = new EffectIntent(
            EffectKind.External,
            "webhook",
            context.NodeId,
            key,
            Value.Object(("method", Value.Of(method)), ("url", Value.Of(url)), ("payload", payload)));
        var ledger = context.Ports.Effects;
        var turn = context.Turn;
        if (await ledger.IntendAsync(context.Tenant, turn.ConversationId, turn.TurnId, intent, cancellationToken) is { } earlier)
        {
            return Done(configuration, earlier);
        }

        var answer = await SendAsync(Call(configuration, context, method, url, payload, key), context, cancellationToken);
        var status = answer.Status == 0 ? Value.Null : Value.Of((decimal)answer.Status);
        if (FailureOf(configuration, answer) is { } failure)
        {
            var told = Value.Object(("status", status), ("failure", Value.Of(failure.Code)));

            // It is done whether or not the caller still waits: the ledger must say so.
            await ledger.FailedAsync(context.Tenant, key, told, CancellationToken.None);
            return Failed(failure.Code, failure.Cause, status);
        }

        var result = Value.Object(("status", status), ("values", Values(configuration, answer.Body)));
        await ledger.DoneAsync(context.Tenant, key, result, CancellationToken.None);
        return Done(configuration, result);
    }

    private static async ValueTask<OutgoingAnswer> SendAsync(OutgoingCall call, NodeContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Ports.Http.SendAsync(call, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for the answer any more, and nobody knows what the other side did with the call.
            var told = Value.Object(("status", Value.Null), ("failure", Value.Of(FailureCodes.Cancelled)));
            await context.Ports.Effects.FailedAsync(context.Tenant, call.IdempotencyKey!, told, CancellationToken.None);
            throw;
        }
    }

    private static OutgoingCall Call(
        WebhookConfiguration configuration, NodeContext context, string method, string url, Value payload, string key) => new()
        {
            Tenant = context.Turn.Tenant,
            Method = method,
            Url = url,
            Headers = configuration.Headers.ToDictionary(header => header.Key, header => header.Value.Render(context.Scope), StringComparer.OrdinalIgnoreCase),
            Body = !configuration.SendsBody ? null : payload.Text ?? payload.ToJson(),
            ContentType = payload.Kind == ValueKind.Text ? "text/plain" : "application/json",
            IdempotencyKey = key,
            Timeout = TimeSpan.FromSeconds(configuration.Timeout),
            Secret = configuration.Secret,
            SecretHeader = configuration.SecretHeader,
        };

    private static TurnFailure? FailureOf(WebhookConfiguration configuration, OutgoingAnswer answer)
    {
        if (answer.FailureCode is { } code)
        {
            return new(code, null, answer.Cause);
        }

        if (!answer.IsSuccess)
        {
            return new(FailureCodes.OutgoingStatus, null, $"status {answer.Status}");
        }

        if (answer.BodyFailure is { } unreadable && configuration.ResponseMap.Count > 0)
        {
            return new(unreadable, null, "the answer's bytes are not text in the encoding that it names");
        }

        var isPlainText = !answer.IsJson && !answer.Body.IsEmpty;
        return isPlainText && configuration.ResponseMap.Values.Any(path => path != AnswerPath.Whole)
            ? new(FailureCodes.ResponseNotJson, null, "the answer is text, and 'response_map' looks into it")
            : null;
    }

    private static Value Values(WebhookConfiguration configuration, Value body)
    {
        var values = new Dictionary<string, Value>(configuration.ResponseMap.Count, StringComparer.Ordinal);
        foreach (var (name, path) in configuration.ResponseMap)
        {
            values[name] = AnswerPath.Read(body, path);
        }

        return Value.Of(values);
    }

    /// <param name="result">As the ledger keeps it.</param>
    private static NodeResult Done(WebhookConfiguration configuration, Value result)
    {
        var mapped = configuration.ResponseMap.Keys.Select(written =>
        {
            var (scope, name) = VariableName.Read(written, AssignmentScope.Walk);
            return new Assignment(scope, name, result["values"][written]) { IsPersonal = PersonalNames.Has(AnswerPath.NameOf(configuration.ResponseMap[written])) };
        });
        return NodeResult.Continue() with { Sets = [new(AssignmentScope.Walk, WebhookConfiguration.Status, result["status"]), .. mapped] };
    }

    private static NodeResult Failed(string code, string? cause, Value? status) =>
        NodeResult.Fail(code, cause) with { Sets = [new(AssignmentScope.Walk, WebhookConfiguration.Status, status ?? Value.Null)] };
}
