using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.Writing;

/// <summary>What every row beside a turn's own says: whose it is and of which turn.</summary>
internal static class TurnPart
{
    public static IReadOnlyList<string> Columns { get; } = ["tenant_id", "instance_id", "turn_id"];

    public static Func<SqlStatement, SqlStatement> Of(TurnCommit commit) => statement => statement
        .With("tenant_id", commit.Tenant.TenantId).With("instance_id", commit.Tenant.InstanceId)
        .With("public_id", commit.Conversation.PublicId).With("turn_id", commit.Turn.Id);
}
