using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Running;

/// <summary>Runs one step with its time-out and retries. A node that throws has failed.</summary>
internal static class StepRunner
{
    public static ValueTask<NodeResult> RunAsync(Step step, NodeContext context, ILogger logger, CancellationToken cancellationToken)
    {
        if (step.Settings.Retry is not null || step.Settings.TimeoutMs is not null)
        {
            return RetryAsync(step, context, logger, cancellationToken);
        }

        try
        {
            var pending = step.Type.Node.RunAsync(context, cancellationToken);
            return pending.IsCompletedSuccessfully ? pending : AwaitAsync(pending, step, logger, cancellationToken);
        }
        catch (Exception fault) when (!IsCancelled(fault, cancellationToken))
        {
            return new(Failed(fault, step, logger));
        }
    }

    private static async ValueTask<NodeResult> AwaitAsync(
        ValueTask<NodeResult> pending, Step step, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            return await pending;
        }
        catch (Exception fault) when (!IsCancelled(fault, cancellationToken))
        {
            return Failed(fault, step, logger);
        }
    }

    private static async ValueTask<NodeResult> RetryAsync(Step step, NodeContext context, ILogger logger, CancellationToken cancellationToken)
    {
        var tries = step.Settings.Retry?.Attempts ?? 1;
        ModelUsage? spent = null;
        for (var attempt = 1; ; attempt++)
        {
            var result = await TimedAsync(step, context, logger, cancellationToken);
            spent = spent is null ? result.Usage : result.Usage is { } usage ? spent.Plus(usage) : spent;
            if (result.Kind != NodeResultKind.Fail || attempt >= tries)
            {
                return result with { Usage = spent };
            }

            var pause = TimeSpan.FromMilliseconds(step.Settings.Retry!.BackoffMs * Math.Pow(2, attempt - 1));
            await Task.Delay(pause, context.Time, cancellationToken);
        }
    }

    private static async ValueTask<NodeResult> TimedAsync(Step step, NodeContext context, ILogger logger, CancellationToken cancellationToken)
    {
        if (step.Settings.TimeoutMs is not { } milliseconds)
        {
            return await CallAsync(step, context, logger, cancellationToken);
        }

        using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds), context.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await CallAsync(step, context, logger, linked.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return NodeResult.Fail(FailureCodes.NodeTimeout, $"no result within {milliseconds} ms");
        }
    }

    private static async ValueTask<NodeResult> CallAsync(Step step, NodeContext context, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            return await step.Type.Node.RunAsync(context, cancellationToken);
        }
        catch (Exception fault) when (!IsCancelled(fault, cancellationToken))
        {
            return Failed(fault, step, logger);
        }
    }

    private static bool IsCancelled(Exception fault, CancellationToken cancellationToken) =>
        fault is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private static NodeResult Failed(Exception fault, Step step, ILogger logger)
    {
        Log.NodeThrew(logger, fault, step.Id, step.Type.Name);
        return NodeResult.Fail(FailureCodes.NodeFailed, fault.GetType().Name);
    }
}
