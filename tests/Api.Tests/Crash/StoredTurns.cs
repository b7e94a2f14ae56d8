using System.Text.Json;
using FlowEngine.Chat.Replies;

namespace FlowEngine.Api.Tests.Crash;

/// <summary>Compares the tables with what clients were answered.</summary>
internal sealed class StoredTurns(DatabaseHome database)
{
    private readonly IReadOnlyList<StoredTurn> _turns = database.Query(
        "SELECT conversation_id, seq, idempotency_key, status, reply FROM conversation_turns ORDER BY conversation_id, seq",
        row => new StoredTurn(
            row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? "" : row.GetString(4)));

    private readonly ILookup<long, (string Role, string Content)> _messages = database
        .Query(
            "SELECT conversation_id, role, content FROM ai_conversation_messages ORDER BY id",
            row => (Conversation: row.GetInt64(0), Role: row.GetString(1), Content: row.GetString(2)))
        .ToLookup(row => row.Conversation, row => (row.Role, row.Content));

    public void AssertAgree(Ledger ledger, IReadOnlyCollection<PlannedTurn> planned)
    {
        var byKey = planned.ToDictionary(turn => turn.Key);
        Assert.Equal(byKey.Keys.Order(), _turns.Select(turn => turn.Key).Order());
        Assert.All(_turns, turn => Assert.Equal(("done", ledger.Replies[turn.Key]), (turn.Status, turn.Reply)));
        Assert.Equal(planned.Select(turn => turn.Session).Distinct().Count(), database.Scalar<int>("SELECT COUNT(*) FROM ai_conversations"));
        foreach (var conversation in _turns.GroupBy(turn => turn.Conversation))
        {
            Assert.Equal(Enumerable.Range(1, conversation.Count()), conversation.Select(turn => turn.Seq));
            Assert.Equal(conversation.SelectMany(turn => Said(turn, byKey[turn.Key])), _messages[conversation.Key]);
        }
    }

    /// <summary>Turns whose client waited for each answer stand in the order in which they were sent.</summary>
    public void AssertOrdered(Func<string, bool> inOrder)
    {
        foreach (var conversation in _turns.Where(turn => inOrder(turn.Key)).GroupBy(turn => turn.Conversation))
        {
            Assert.Equal(conversation.Select(turn => turn.Key).Order(StringComparer.Ordinal), conversation.Select(turn => turn.Key));
        }
    }

    private static IEnumerable<(string Role, string Content)> Said(StoredTurn turn, PlannedTurn planned) =>
        JsonSerializer.Deserialize(turn.Reply, ReplyJson.Context.ChatReply)!.Messages
            .Select(message => (message.Role, message.Content))
            .Prepend(("user", planned.Content));

    private sealed record StoredTurn(long Conversation, int Seq, string Key, string Status, string Reply);
}
