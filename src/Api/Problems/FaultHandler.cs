using FlowEngine.Storage.Database;
using Microsoft.AspNetCore.Diagnostics;

namespace FlowEngine.Api.Problems;

/// <summary>What nothing else caught becomes a problem without internals.</summary>
internal sealed class FaultHandler(IDatabaseFaults database, ILogger<FaultHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        await Of(exception, database, logger).ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>A fault of the database is one however deep it is: a read that a restart of the server cut off comes as whatever read it.</summary>
    public static ApiProblem Of(Exception exception, IDatabaseFaults database, ILogger logger)
    {
        if (database.CodeOf(exception) is { } code)
        {
            Log.StorageUnavailable(logger, exception, code);
            return ApiProblems.StorageUnavailable(code);
        }

        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return ApiProblems.TooLarge("The server takes no request of this size.");
            case BadHttpRequestException bad:
                return new(bad.StatusCode, "bad_request", "The request cannot be read.", "Check the method, the headers and the body.");
            default:
                Log.Unexpected(logger, exception);
                return ApiProblems.Internal();
        }
    }
}
