using FlowEngine.Conversations.ModelAnswers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Conversations;

/// <summary>Asks the tenant's models in the order of their configurations until one answers.</summary>
public sealed class ModelChain(IModelDirectory directory, ILogger<ModelChain> logger)
{
    private static readonly IReadOnlySet<string> s_noTools = new HashSet<string>(StringComparer.Ordinal);

    private ThinkingHabits _habits = new();
    private Action<ModelRequest, ModelReply>? _answered;
    private Action<ModelUsage>? _spent;
    private IReadOnlySet<string>? _without;

    /// <summary>The same chain; <paramref name="answered"/> sees every request with its reply.</summary>
    /// <param name="spent">Sees what every call used, also where it was cut off: then with a cost that is not known.</param>
    public ModelChain Observed(Action<ModelRequest, ModelReply>? answered, Action<ModelUsage> spent) =>
        new(directory, logger) { _answered = answered, _spent = spent, _without = _without, _habits = _habits };

    /// <summary>The same chain without the models of these providers, which are not asked.</summary>
    public ModelChain Without(IReadOnlySet<string> providers) =>
        providers.Count == 0 ? this : new(directory, logger) { _answered = _answered, _spent = _spent, _without = providers, _habits = _habits };

    public async ValueTask<ModelReply> AnswerAsync(
        ModelRequest request, IReplyStream stream, CancellationToken cancellationToken)
    {
        var reply = await TryAllAsync(request, stream, cancellationToken);
        _answered?.Invoke(request, reply);
        return reply;
    }

    /// <summary>A short question whose answer nobody sees; the reply fails with <c>model_timeout</c> where it takes longer.</summary>
    public async ValueTask<ModelReply> AnswerWithinAsync(
        ModelRequest request, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        ModelReply reply;
        try
        {
            reply = await TryAllAsync(request with { Stream = false }, NoReplyStream.Instance, either.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            reply = new(null, ModelUsage.None, FailureCodes.ModelTimeout, $"no answer within {limit.TotalSeconds} s");
        }

        _answered?.Invoke(request, reply);
        return reply;
    }

    private async ValueTask<ModelReply> TryAllAsync(
        ModelRequest request, IReplyStream stream, CancellationToken cancellationToken)
    {
        var chain = await directory.ChainAsync(request.Tenant, request.Configuration, cancellationToken);
        if (chain.Count == 0)
        {
            var wanted = request.Configuration ?? "default";
            return new(null, ModelUsage.None, FailureCodes.ModelUnavailable, $"no active AI configuration '{wanted}'");
        }

        var usage = ModelUsage.None;
        var causes = new List<string>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var model in chain)
        {
            if (_without?.Contains(model.Provider) == true)
            {
                codes.Add(FailureCodes.ModelUnavailable);
                causes.Add($"{model.Name}: provider '{model.Provider}' is switched off");
                continue;
            }

            var attempt = await CountedAsync(model, request, stream, cancellationToken);
            usage = usage.Plus(attempt.Usage);
            if (attempt.FailureCode is null)
            {
                return attempt with { Usage = usage };
            }

            codes.Add(attempt.FailureCode ?? FailureCodes.ModelFailed);
            causes.Add($"{model.Name}: {attempt.Cause}");
            Log.ModelFailed(logger, model.Name, model.ModelName, attempt.Cause ?? "");
        }

        return new(null, usage, codes.Count == 1 ? codes.Single() : FailureCodes.ModelFailed, string.Join("; ", causes));
    }

    private async ValueTask<ModelReply> CountedAsync(
        ConfiguredModel model, ModelRequest request, IReplyStream stream, CancellationToken cancellationToken)
    {
        var spent = new ModelUsage(model.ModelName, 0, 0) { IsFree = model.IsFree };
        try
        {
            var reply = await AskAsync(model, request, stream, cancellationToken);
            spent = reply.Usage;
            return reply;
        }
        finally
        {
            _spent?.Invoke(spent);
        }
    }

    private async ValueTask<ModelReply> AskAsync(
        ConfiguredModel model, ModelRequest request, IReplyStream stream, CancellationToken cancellationToken)
    {
        using var span = EngineSpans.ModelCall(model);
        var reply = await CallAsync(model, request, stream, cancellationToken);
        span?.Answered(reply);
        return reply;
    }

    private async ValueTask<ModelReply> CallAsync(
        ConfiguredModel model, ModelRequest request, IReplyStream stream, CancellationToken cancellationToken)
    {
        var tools = request.Tools?.Tools.Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal) ?? s_noTools;
        var filter = new AnswerFilter(model.ThinkingTags, tools, _habits.BeginsThinking(request.Tenant, model));
        var answer = new HeardAnswer(request, filter, stream);
        try
        {
            var messages = ModelContextRenderer.Render(request.Context, request.Tools?.Rounds);
            await foreach (var update in model.Client.GetStreamingResponseAsync(messages, Options(model, request), cancellationToken))
            {
                await answer.HearAsync(update, cancellationToken);
            }

            await answer.EndAsync(cancellationToken);
            _habits.Learn(request.Tenant, model, filter.BeganThinking);
            return await ReplyAsync(model, request, answer, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A model is an outside system: whatever its client throws is an expected failure of the chain's link.
            await answer.DiscardAsync(cancellationToken);
            var (code, cause) = fault is ModelCallException known ? (known.Code, known.Message) : (FailureCodes.ModelFailed, fault.GetType().Name);
            return new(null, ModelUsage.None, code, cause) { Thinking = answer.Thinking };
        }
    }

    private static async ValueTask<ModelReply> ReplyAsync(
        ConfiguredModel model, ModelRequest request, HeardAnswer answer, CancellationToken cancellationToken)
    {
        var cut = AnswerCut.Of(answer.Ending);
        var spent = Spent(model, request, answer.Usage) with { Cut = cut };
        var asked = request.Tools is { MayCall: true } ? ToolCallReader.Read(answer.Calls) : [];
        if (answer.Text is { } said && asked.Count == 0)
        {
            return new(said, spent) { Thinking = answer.Thinking };
        }

        await answer.DiscardAsync(cancellationToken);
        var reply = asked.Count > 0
            ? new ModelReply(answer.Text, spent) { Calls = asked }
            : new(null, spent, FailureCodes.ModelFailed, cut is null ? "the answer is empty" : $"the answer is empty ({cut})");
        return reply with { Thinking = answer.Thinking };
    }

    private static ModelUsage Spent(ConfiguredModel model, ModelRequest request, UsageDetails? usage)
    {
        var (input, output) = ((int)(usage?.InputTokenCount ?? 0), (int)(usage?.OutputTokenCount ?? 0));
        return new(model.ModelName, input, output, usage is null ? null : model.Price?.Of(input, output))
        {
            IsFree = model.IsFree,
            CachedTokens = (int?)usage?.CachedInputTokenCount,
            Parameters = model.Parameters?.Under(request.Temperature, request.MaxTokens),
        };
    }

    private static ChatOptions Options(ConfiguredModel model, ModelRequest request) => new()
    {
        ModelId = model.ModelName,
        Temperature = (float?)request.Temperature,
        MaxOutputTokens = request.MaxTokens,
        Tools = request.Tools is { } offer ? [.. offer.Tools] : null,
        ToolMode = request.Tools is { MayCall: false } ? ChatToolMode.None : null,
        AdditionalProperties = new() { [ModelContext.PropertyName] = request.Given },
    };
}
