using System.Data.Common;
using System.Text.Json;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FlowEngine.Load;

/// <summary>
/// A bare endpoint that reads and writes what a turn of V2 reads and writes - the same prepared statements, the same writer - and does
/// nothing else: no engine, no access, no stage, no building of a reply.
/// </summary>
internal sealed class Floor(ITurnReader turns, ISqlReads reads, ITurnWriter writer)
{
    public IReadOnlyList<TurnSample> Samples { get; set; } = [];

    public void Map(WebApplication app) => app.MapPost("/floor", AnswerAsync);

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var content = body.RootElement.GetProperty("content").GetString()!;
        var session = body.RootElement.GetProperty("sessionId").GetString()!;
        var sample = Samples.First(one => one.Content == content);
        var tenant = sample.Commit.Tenant;
        var before = await turns.NewestOfSessionAsync(tenant, session, DateTimeOffset.UtcNow.AddDays(-30), default);
        var head = before?.Head ?? new(Guid.CreateVersion7(), true, session, null, "tr", DateTimeOffset.UtcNow);
        foreach (var read in sample.Reads)
        {
            await reads.QueryAsync(read.Sql, Arguments(read, head.PublicId), Drain, default);
        }

        var saved = await writer.CommitAsync(Commit(sample.Commit, head, before), default);
        return saved == CommitResult.Saved ? Results.Content(sample.Commit.Turn.Reply, "application/json") : Results.Conflict();
    }

    private static IReadOnlyList<(string, object?)> Arguments(RecordedRead read, Guid conversation) =>
        read.Arguments.Any(argument => argument.Name == "public_id")
            ? [.. read.Arguments.Select(argument => argument.Name == "public_id" ? (argument.Name, conversation) : argument)]
            : read.Arguments;

    private static int Drain(DbDataReader reader)
    {
        var rows = 0;
        do
        {
            var values = new object[reader.FieldCount];
            while (reader.Read())
            {
                rows += reader.GetValues(values) > 0 ? 1 : 0;
            }
        }
        while (reader.NextResult());

        return rows;
    }

    private static TurnCommit Commit(TurnCommit sample, ConversationHead head, LoadedConversation? before)
    {
        var turn = Guid.CreateVersion7();
        return sample with
        {
            Conversation = head,
            ExpectedRowVersion = before?.RowVersion ?? 0,
            Messages = [.. sample.Messages.Select((message, index) => message with { Id = $"{turn:N}-{index}" })],
            Turn = sample.Turn with { Id = turn, Seq = (before?.LastSeq ?? 0) + 1 },
        };
    }
}
