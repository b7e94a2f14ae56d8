using FlowEngine.Conversations;
using FlowEngine.LegacyAssistant.Context;
using FlowEngine.LegacyAssistant.Prompts;
using Microsoft.Extensions.Logging;

namespace FlowEngine.LegacyAssistant;

/// <summary>V1: one prompt, the tenant's directives, the newest history and one model call. It never waits and keeps no state.</summary>
public sealed class LegacyAssistantEngine(
    IPromptSource prompts,
    LegacyContextBuilder contexts,
    ModelChain models,
    TurnLimits limits,
    TimeProvider time,
    ILogger<LegacyAssistantEngine> logger) : IConversationEngine
{
    public async Task<TurnOutcome> RunAsync(TurnInput turn, IReplyStream stream, CancellationToken cancellationToken)
    {
        if (turn.IsTimeout)
        {
            return Outcome(turn, [], new TurnTrace(time));
        }

        var trace = new TurnTrace(time);
        var allowed = limits.Smallest(turn.Tenant.Settings.Limits);
        var spent = ModelUsage.None;
        AssistantReference? used = null;
        var counted = models.Without(turn.Tenant.DisabledProviders).Observed(
            (request, reply) => trace.ModelCalls.Add(new(TurnTrace.Model.NodeId, request, reply)), usage => spent = spent.Plus(usage));
        using var limit = new CancellationTokenSource(allowed.MaxDuration, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var stage = TurnTrace.Prompt;
        try
        {
            var prompt = await prompts.FindAsync(turn.Tenant.Key, turn.Assistant, either.Token);
            if (prompt is null)
            {
                return Failed(turn, trace, trace.Failed(stage, FailureCodes.PromptMissing, $"no default prompt of '{AssistantReference.Default.FeatureSlug}'"));
            }

            used = prompt.Reference;
            trace.Prompted(PromptFingerprint.Of(prompt, turn.Tenant.Directives));
            stage = TurnTrace.Context;
            var context = await contexts.BuildAsync(turn, prompt, either.Token);
            trace.Passed(stage);
            stage = TurnTrace.Model;
            return (await AnswerAsync(turn, context, counted, allowed, stream, trace, either.Token)) with { Assistant = used };
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await stream.DiscardAsync(MessageId(turn), cancellationToken);
            return Failed(turn, trace, trace.Failed(stage, FailureCodes.TimeLimit, $"more than {allowed.MaxDuration.TotalSeconds} s")) with { Usage = spent, Assistant = used };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was spent on a client that left is spent all the same.
            return Outcome(turn, [], trace) with { Status = turn.Status, Failure = new(FailureCodes.Cancelled), Usage = spent, Assistant = used };
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.StageThrew(logger, fault, stage.NodeId);
            return Failed(turn, trace, trace.Failed(stage, FailureCodes.NodeFailed, fault.GetType().Name)) with { Usage = spent, Assistant = used };
        }
    }

    private static async ValueTask<TurnOutcome> AnswerAsync(
        TurnInput turn,
        ModelContext context,
        ModelChain models,
        TurnLimits allowed,
        IReplyStream stream,
        TurnTrace trace,
        CancellationToken cancellationToken)
    {
        var id = MessageId(turn);
        var links = new SiteLinks(turn.Tenant, context.Products);
        var held = new LinkHoldingStream(stream, links.Replace);
        var reply = await models.AnswerAsync(new ModelRequest(turn.Tenant.Key, context, id), held, cancellationToken);
        trace.Hears(reply);
        var failure = reply.Text is null
            ? trace.Failed(TurnTrace.Model, reply.FailureCode ?? FailureCodes.ModelFailed, reply.Cause)
            : allowed.Passed(reply.Text.Length, reply.Usage) is var (code, cause) ? trace.Failed(TurnTrace.Model, code, cause) : null;
        if (failure is not null)
        {
            await stream.DiscardAsync(id, cancellationToken);
            return Failed(turn, trace, failure) with { Usage = reply.Usage };
        }

        await held.FlushAsync(id, cancellationToken);
        trace.Passed(TurnTrace.Model);
        var message = new Message
        {
            Id = id,
            Role = MessageRole.Assistant,
            Content = links.ReplaceAll(reply.Text!).Trim(),
            Links = links.In(reply.Text!),
            Products = links.ProductsIn(reply.Text!),
            Tokens = reply.Usage.OutputTokens > 0 ? reply.Usage.OutputTokens : null,
        };
        trace.Passed(TurnTrace.Links);
        return Outcome(turn, [message], trace) with { Usage = reply.Usage };
    }

    private static TurnOutcome Failed(TurnInput turn, TurnTrace trace, TurnFailure failure)
    {
        var message = Message.Fallback(MessageId(turn), turn.Tenant.Settings.Fallback(turn.Language));
        return Outcome(turn, [message], trace) with { Failure = failure };
    }

    private static TurnOutcome Outcome(TurnInput turn, IReadOnlyList<Message> messages, TurnTrace trace) => new()
    {
        Messages = messages,
        State = turn.State,
        Status = ConversationStatus.Open,
        Language = turn.Language,
        Trace = trace.Steps,
        PromptHash = trace.PromptHash,
        ModelCalls = trace.ModelCalls,
    };

    /// <summary>Not an id of V2's: where V1 takes over a turn, V2's provisional messages were discarded by theirs.</summary>
    private static string MessageId(TurnInput turn) => $"{turn.TurnId:N}-v1";
}
