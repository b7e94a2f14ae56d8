using System.Text.Json;
using System.Text.RegularExpressions;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Conversations;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.History;
using FlowEngine.Storage.Model;
using FlowEngine.Testing.Scripts;
using FlowEngine.Text.Personal;

namespace FlowEngine.Api.FlowTests;

/// <summary>
/// Makes tests of stored conversations. What the catalogue and the knowledge base gave is not put into the script: the test reads what the
/// tenant has when it runs.
/// </summary>
public sealed class ConversationScripts(ConversationStore conversations, FlowVersionStore versions)
{
    private const int MaxMessages = 5000;
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    public async Task<(FlowTest? Test, ApiProblem? Problem)> ReadAsync(
        TenantKey tenant, string flow, Guid conversationId, string name, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(tenant, conversationId, cancellationToken) is not { } conversation)
        {
            return (null, ApiProblems.ConversationNotFound());
        }

        var turns = await conversations.TurnsAsync(tenant, conversationId, cancellationToken);
        foreach (var id in turns.Select(turn => turn.FlowVersionId).Distinct())
        {
            if (id is not { } version || (await versions.FindAsync(tenant, version, cancellationToken))?.Version.Name != flow)
            {
                return (null, NotOfFlow(flow));
            }
        }

        if (turns.Count == 0 || turns.Any(turn => turn.Engine != "v2"))
        {
            return (null, NotOfFlow(flow));
        }

        var messages = (await conversations.MessagesAsync(tenant, conversation.RowId, null, MaxMessages, cancellationToken)).ToLookup(message => message.TurnId);
        return (new FlowTest
        {
            Name = name,
            Note = $"Taken from conversation {conversationId}.",
            Language = conversation.Language,
            Now = Whole(turns[0].StartedAt),
            UserId = conversation.UserId,
            StandIns = StandIns(turns, messages),
            Turns = [.. Turns(turns, messages)],
        }, null);
    }

    /// <summary>Pauses of a minute and more are kept; a time-out comes when its time has passed.</summary>
    private static IEnumerable<TestTurn> Turns(IReadOnlyList<TurnRow> turns, ILookup<Guid?, StoredMessageRow> messages)
    {
        var clock = Whole(turns[0].StartedAt);
        foreach (var turn in turns)
        {
            var said = messages[turn.Id].ToList();
            var question = said.FirstOrDefault(message => message.Role == "user");
            var expected = new TurnExpectation
            {
                Text = string.Join('\n', said.Where(message => message.Role != "user").Select(message => message.Content)) is { Length: > 0 } text ? text : null,
                Failure = turn.FailureCode,
            };
            var pause = Whole(turn.StartedAt) - clock;
            if (question is null)
            {
                pause += TimeSpan.FromSeconds(1);
                yield return new() { Advance = new(pause), Expect = expected };
            }
            else
            {
                if (pause >= s_pause)
                {
                    yield return new() { Advance = new(pause) };
                }

                yield return new() { Say = question.Content, Expect = expected };
            }

            clock += pause >= s_pause || question is null ? pause : TimeSpan.Zero;
        }
    }

    private static StandIns StandIns(IReadOnlyList<TurnRow> turns, ILookup<Guid?, StoredMessageRow> messages)
    {
        var answers = turns.SelectMany(turn => Answers(turn.OutsideAnswers).Select(answer => (answer.Port, answer.Answer, Said: messages[turn.Id]))).ToList();
        return new()
        {
            Model = [.. answers.Where(answer => answer.Port == "model").Select(answer => new ModelStandIn
            {
                Answer = Text(answer.Answer, "text") is { } text ? WithSaid(text, answer.Said) : null,
                Fails = Text(answer.Answer, "text") is null ? Text(answer.Answer, "failureCode") ?? FailureCodes.ModelFailed : null,
                Times = 1,
            })],
            Http = [.. answers.Where(answer => answer.Port == "http").Select(answer => new HttpStandIn
            {
                Status = answer.Answer.TryGetProperty("status", out var status) && status.GetInt32() is >= 100 and var code ? code : 200,
                Body = answer.Answer.TryGetProperty("body", out var body) ? Value.FromJson(body) : default,
                Fails = Text(answer.Answer, "failureCode"),
                Times = 1,
            })],
        };
    }

    /// <summary>The answer as it was said: what is stored of it is without what is personal, the message beside it is whole.</summary>
    private static string WithSaid(string stored, IEnumerable<StoredMessageRow> said)
    {
        if (!PersonalText.Placeholders.Any(hidden => stored.Contains(hidden, StringComparison.Ordinal)))
        {
            return stored;
        }

        var pattern = PersonalText.Placeholders.Aggregate(
            Regex.Escape(stored), (text, hidden) => text.Replace(Regex.Escape(hidden), ".+", StringComparison.Ordinal));
        var whole = new Regex($"^{pattern}$", RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
        return said.FirstOrDefault(message => message.Role != "user" && whole.IsMatch(message.Content))?.Content ?? stored;
    }

    private static IEnumerable<(string Port, JsonElement Answer)> Answers(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            yield break;
        }

        foreach (var entry in JsonElement.Parse(json).EnumerateArray())
        {
            if (entry.TryGetProperty("answer", out var answer) && Text(entry, "port") is { } port)
            {
                yield return (port, answer);
            }
        }
    }

    private static string? Text(JsonElement json, string member) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset Whole(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    private static ApiProblem NotOfFlow(string flow) => new(
        StatusCodes.Status422UnprocessableEntity,
        "not_a_conversation_of_the_flow",
        "The conversation is not one of this flow alone.",
        $"Every turn of it must have been answered by the flow engine with '{flow}'.");
}
