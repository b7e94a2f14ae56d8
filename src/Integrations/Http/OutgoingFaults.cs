using System.Net.Sockets;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Http;

/// <summary>Faults of the network as answers.</summary>
internal static class OutgoingFaults
{
    /// <summary>Null for a fault that is ours.</summary>
    public static OutgoingAnswer? AnswerOf(Exception fault)
    {
        var error = HttpRequestError.Unknown;
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is AddressRefusedException)
            {
                return OutgoingAnswer.Failed(FailureCodes.AddressNotAllowed, "the host has no address of the public internet");
            }

            // The innermost says most: a connection fails because the name has no address.
            error = inner is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request ? request.HttpRequestError : error;
        }

        return fault switch
        {
            HttpRequestException => OutgoingAnswer.Failed(FailureCodes.OutgoingFailed, error.ToString()),
            HttpIOException io => OutgoingAnswer.Failed(FailureCodes.OutgoingFailed, io.HttpRequestError.ToString()),
            IOException or SocketException or InvalidDataException => OutgoingAnswer.Failed(FailureCodes.OutgoingFailed, fault.GetType().Name),
            _ => null,
        };
    }
}
