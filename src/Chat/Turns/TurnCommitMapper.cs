using System.Security.Cryptography;
using System.Text;
using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Replies;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Text.Personal;

namespace FlowEngine.Chat.Turns;

/// <summary>Turns an outcome into the rows that are written; pure.</summary>
internal static class TurnCommitMapper
{
    private const int TitleLength = 80;

    /// <param name="assistant">What V1's columns that are null become; null where they are left.</param>
    public static TurnCommit Of(
        PlannedTurn turn, EngineRun run, AssistantColumns? assistant, string replyJson, DateTimeOffset now, double durationMs, bool isLimited)
    {
        var (input, outcome) = (turn.Input, run.Outcome);

        // The input has no state: an engine is given it, and its outcome may have forgotten what the person told before.
        var personal = PersonalValues.Of(turn.Handover?.Taken ?? turn.Stored.State ?? ConversationState.Empty, outcome);
        return new TurnCommit
        {
            Tenant = input.Tenant.Key,
            Conversation = turn.Head,
            ExpectedRowVersion = turn.Before?.RowVersion ?? 0,
            Change = Change(turn, run, assistant, now),
            Messages = Messages(turn, run, now),
            Effects = [.. outcome.Effects.Select(effect => new EffectRecord(effect with { Kept = PersonalData.Clean("", effect.Payload, personal) }, EffectStatus.Done, now))],
            Spending = new(
                LocalDay.Of(input.Tenant, input.Now), outcome.Usage.InputTokens, outcome.Usage.OutputTokens, outcome.Usage.Priced,
                outcome.Usage.IsUnpriced, isLimited),
            Turn = new TurnRecord
            {
                Id = input.TurnId,
                Seq = input.Seq,
                Engine = EngineText.Of(run.Engine),
                Stage = turn.Stage,
                FlowVersionId = outcome.Flow?.Id,
                StateBefore = Hash(turn.Before?.ContextData ?? ""),
                StateAfter = Hash(outcome.StateJson is { } json ? json : Encoding.UTF8.GetBytes(turn.Before?.ContextData ?? "")),
                Trace = TraceJson.Write(outcome.Trace, personal),
                OutsideAnswers = TraceJson.Write(outcome.OutsideAnswers, personal),
                Reply = replyJson,
                FailureCode = outcome.Failure?.Code,
                Model = outcome.Usage.Model,
                InputTokens = outcome.Usage.InputTokens,
                OutputTokens = outcome.Usage.OutputTokens,
                Cost = outcome.Usage.Cost,
                Caller = turn.Caller,
                IdempotencyKey = turn.IdempotencyKey,
                BodyHash = turn.BodyHash,
                StartedAt = input.Now,
                DurationMs = durationMs,
                WasClaimed = turn.Claim is not null,
                Handover = (run.Engine == turn.Plan.Engine ? turn.Handover : Handover.Decide(turn.Before, run.Engine))?.Text,
                FallbackFrom = run.Fallback is { } failed ? EngineText.Of(failed.From) : null,
                FallbackCode = run.Fallback?.Code,
            },
        };
    }

    private static ConversationChange Change(PlannedTurn turn, EngineRun run, AssistantColumns? assistant, DateTimeOffset now)
    {
        var outcome = run.Outcome;
        var text = turn.Input.Message ?? "";
        return new ConversationChange
        {
            Status = outcome.Status,
            Language = outcome.Language,
            UpdatedAt = now,
            Title = turn.Before is null ? UnicodeText.Title(text, TitleLength) : null,
            Flow = Flow(turn, run, now),
            Assistant = assistant,
        };
    }

    private static FlowColumns? Flow(PlannedTurn turn, EngineRun run, DateTimeOffset now)
    {
        var (before, outcome) = (turn.Before, run.Outcome);
        if (run.Engine == EngineName.V2 && outcome.StateJson is { } state)
        {
            return new FlowColumns(
                outcome.Flow?.Id,
                outcome.WaitingNodeId,
                Encoding.UTF8.GetString(state),
                StateHistory.Append(before?.StateHistory, turn.Input, outcome, now),
                outcome.State.Walk?.ExpiresAt);
        }

        // What was taken over is V2's from now on, although its turn failed: the candidate's row is too old for the next one.
        if (turn is { Plan.Engine: EngineName.V2, Handover.Taken: { } taken } && ConversationStateJson.TryWrite(taken) is { } json)
        {
            return new FlowColumns(before?.Flow?.Id, null, Encoding.UTF8.GetString(json), before?.StateHistory ?? "[]", null);
        }

        // A time-out that failed leaves the wait as it was, but is not fired again and again.
        return turn.Input.IsTimeout && before is not null
            ? new FlowColumns(
                before.Flow?.Id,
                before.CurrentNodeId,
                before.ContextData ?? "",
                StateHistory.Append(before.StateHistory, turn.Input, outcome, now),
                null)
            : null;
    }

    private static List<StoredMessage> Messages(PlannedTurn turn, EngineRun run, DateTimeOffset now)
    {
        var (engine, outcome) = (EngineText.Of(run.Engine), run.Outcome);
        var messages = new List<StoredMessage>(outcome.Messages.Count + 1);
        if (turn.Input.Message is { } text)
        {
            messages.Add(new($"{turn.Input.TurnId:N}-0", MessageRole.User, MessageKind.Text, text, null, engine, turn.Input.Now));
        }

        messages.AddRange(outcome.Messages.Select(message => new StoredMessage(
            message.Id, message.Role, message.Kind, message.Content, ReplyBuilder.PayloadJson(message), engine, now, message.Tokens)));
        return messages;
    }

    private static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
