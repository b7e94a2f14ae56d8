using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>The effect ledger in memory.</summary>
public sealed class TestLedger : IEffectLedger
{
    public Dictionary<string, TestEffect> Rows { get; } = [];

    public ValueTask<Value?> IntendAsync(
        TenantKey tenant, Guid conversationId, Guid turnId, EffectIntent intent, CancellationToken cancellationToken)
    {
        if (Rows.GetValueOrDefault(intent.Key) is { Status: "done" } earlier)
        {
            return new((Value?)earlier.Result);
        }

        Rows[intent.Key] = new(intent, "intended", Value.Null);
        return new((Value?)null);
    }

    public ValueTask DoneAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken)
    {
        Rows[key] = Rows[key] with { Status = "done", Result = result };
        return default;
    }

    public ValueTask FailedAsync(TenantKey tenant, string key, Value result, CancellationToken cancellationToken)
    {
        Rows[key] = Rows[key] with { Status = "failed", Result = result };
        return default;
    }
}

public sealed record TestEffect(EffectIntent Intent, string Status, Value Result);
