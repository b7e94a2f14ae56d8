using FlowEngine.Conversations;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace FlowEngine.Integrations.Resilience;

/// <summary>Retries until the first token, and a circuit breaker over all calls of one configuration.</summary>
internal static class ModelPipeline
{
    public static ResiliencePipeline<AnswerStream> Of(ModelCallOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<AnswerStream> { TimeProvider = time };
        if (options.Retries > 0)
        {
            builder.AddRetry(Retry(options));
        }

        return builder.AddCircuitBreaker(Breaker(options)).Build();
    }

    private static RetryStrategyOptions<AnswerStream> Retry(ModelCallOptions options) => new()
    {
        ShouldHandle = attempt => new(
            attempt.Outcome.Exception is ModelCallException { IsTransient: true } fault
            && (fault.RetryAfter is not { } wait || wait <= options.MaxRetryDelay)),
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        MaxDelay = options.MaxRetryDelay,
        DelayGenerator = attempt => new((attempt.Outcome.Exception as ModelCallException)?.RetryAfter),
    };

    private static CircuitBreakerStrategyOptions<AnswerStream> Breaker(ModelCallOptions options) => new()
    {
        ShouldHandle = attempt => new(
            attempt.Outcome.Exception is ModelCallException fault && (fault.IsTransient || fault.Code == FailureCodes.ModelTimeout)),
        FailureRatio = 0.5,
        MinimumThroughput = options.BreakerThroughput,
        SamplingDuration = options.BreakerWindow,
        BreakDuration = options.BreakerPause,
    };
}
