using FlowEngine.Conversations;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace FlowEngine.Integrations.Resilience;

/// <summary>Retries until the first token, and a circuit breaker over all calls of one configuration.</summary>
/// <typeparam name="TAnswer">What an attempt that succeeded gives.</typeparam>
internal sealed class ModelPipeline<TAnswer>
{
    private static readonly ResiliencePropertyKey<CallDeadline> s_call = new(nameof(CallDeadline));

    private readonly ResiliencePipeline<TAnswer> _breaker;
    private readonly ResiliencePipeline<TAnswer> _whole;

    public ModelPipeline(ModelCallOptions options, TimeProvider time)
    {
        _breaker = Builder(time).AddCircuitBreaker(Breaker(options)).Build();
        _whole = options.Retries > 0 ? Builder(time).AddRetry(Retry(options)).AddPipeline(_breaker).Build() : _breaker;
    }

    public async ValueTask<TAnswer> OpenAsync(Func<ValueTask<TAnswer>> open, CallDeadline call)
    {
        var context = ResilienceContextPool.Shared.Get(call.Token);
        context.Properties.Set(s_call, call);
        try
        {
            return await _whole.ExecuteAsync(static (_, attempt) => attempt(), context, open);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Lets the breaker know of a failure after the first token.</summary>
    public async ValueTask NoteAsync(ModelCallException fault)
    {
        try
        {
            await _breaker.ExecuteAsync(_ => ValueTask.FromException<TAnswer>(fault), CancellationToken.None);
        }
        catch (Exception noted) when (noted == fault || noted is BrokenCircuitException)
        {
            // It is the caller who tells of the fault.
        }
    }

    private static ResiliencePipelineBuilder<TAnswer> Builder(TimeProvider time) => new() { TimeProvider = time };

    private static RetryStrategyOptions<TAnswer> Retry(ModelCallOptions options) => new()
    {
        ShouldHandle = attempt => new(
            attempt.Outcome.Exception is ModelCallException { IsTransient: true } fault
            && (fault.RetryAfter is not { } wait || (wait <= options.MaxRetryDelay && wait < Remaining(attempt.Context)))),
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        MaxDelay = options.MaxRetryDelay,
        DelayGenerator = attempt => new((attempt.Outcome.Exception as ModelCallException)?.RetryAfter),
    };

    private static TimeSpan Remaining(ResilienceContext context) => context.Properties.GetValue(s_call, null!).Remaining;

    private static CircuitBreakerStrategyOptions<TAnswer> Breaker(ModelCallOptions options) => new()
    {
        ShouldHandle = attempt => new(
            attempt.Outcome.Exception is ModelCallException fault && (fault.IsTransient || fault.Code == FailureCodes.ModelTimeout)),
        FailureRatio = 0.5,
        MinimumThroughput = options.BreakerThroughput,
        SamplingDuration = options.BreakerWindow,
        BreakDuration = options.BreakerPause,
    };
}
