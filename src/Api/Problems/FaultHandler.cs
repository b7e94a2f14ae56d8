using FlowEngine.Storage.Turns;
using Microsoft.AspNetCore.Diagnostics;

namespace FlowEngine.Api.Problems;

/// <summary>What nothing else caught becomes a problem without internals.</summary>
internal sealed class FaultHandler(ILogger<FaultHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        await Of(exception, logger).ToResult().ExecuteAsync(httpContext);
        return true;
    }

    public static ApiProblem Of(Exception exception, ILogger logger)
    {
        switch (exception)
        {
            case StorageUnavailableException storage:
                Log.StorageUnavailable(logger, storage, storage.Code);
                return ApiProblems.StorageUnavailable(storage.Code);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return ApiProblems.TooLarge(Chat.ChatRequestReader.MaxBytes);
            case BadHttpRequestException bad:
                return new(bad.StatusCode, "bad_request", "The request cannot be read.", "Check the method, the headers and the body.");
            default:
                Log.Unexpected(logger, exception);
                return ApiProblems.Internal();
        }
    }
}
