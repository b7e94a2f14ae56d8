using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;

namespace FlowEngine.Storage.Tests.Turns;

/// <summary>Turns as the service makes them.</summary>
internal static class Sample
{
    public static ConversationHead Head(bool isNew = true, string session = "s1") =>
        new(Guid.CreateVersion7(), isNew, session, "u1", "tr", TestDatabase.Now);

    public static TurnCommit Commit(TenantKey tenant, ConversationHead head, int seq = 1, int rowVersion = 0) => new()
    {
        Tenant = tenant,
        Conversation = head,
        ExpectedRowVersion = rowVersion,
        Change = new()
        {
            Status = ConversationStatus.Waiting,
            Language = "tr",
            UpdatedAt = TestDatabase.Now.AddSeconds(seq),
            Title = "Merhaba",
            Flow = new(null, "node-3", """{"v":1,"vars":{}}""", "[]", TestDatabase.Now.AddHours(1)),
        },
        Messages =
        [
            new($"u-{seq}", MessageRole.User, MessageKind.Text, $"soru {seq}", null, "v2", TestDatabase.Now),
            new($"a-{seq}", MessageRole.Assistant, MessageKind.Question, $"yanıt {seq}", """{"quickReplies":["evet"]}""", "v2", TestDatabase.Now),
        ],
        Turn = Turn(seq),
        Spending = new(new(2026, 11, 22), 10, 2, new(0.001m, "USD", "v1"), IsUnpriced: false, IsLimited: true),
    };

    public static TurnRecord Turn(int seq, Guid? id = null, bool claimed = false) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        Seq = seq,
        Engine = "v2",
        Stage = "live",
        StateBefore = "a",
        StateAfter = "b",
        Trace = "[]",
        OutsideAnswers = "[]",
        Reply = $$"""{"seq":{{seq}}}""",
        Caller = "session:s1",
        BodyHash = "hash",
        StartedAt = TestDatabase.Now,
        DurationMs = 12.5,
        WasClaimed = claimed,
    };

    public static TurnClaim Claim(TenantKey tenant, ConversationHead head, string? key = "k1", int seq = 1, string body = "hash") =>
        new(tenant, Guid.CreateVersion7(), head, seq, "session:s1", key, body, TestDatabase.Now, TestDatabase.Now.AddMinutes(1));
}
