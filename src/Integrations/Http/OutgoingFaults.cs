using System.Net.Sockets;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Http;

/// <summary>Faults of the network as answers.</summary>
internal static class OutgoingFaults
{
    /// <summary>Null for a fault that is ours.</summary>
    public static OutgoingAnswer? AnswerOf(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is AddressRefusedException)
            {
                return OutgoingAnswer.Failed(FailureCodes.AddressNotAllowed, "the host has no address of the public internet");
            }
        }

        return fault switch
        {
            HttpRequestException request => OutgoingAnswer.Failed(FailureCodes.OutgoingFailed, request.HttpRequestError.ToString()),
            HttpIOException io => OutgoingAnswer.Failed(FailureCodes.OutgoingFailed, io.HttpRequestError.ToString()),
            IOException or SocketException or InvalidDataException => OutgoingAnswer.Failed(FailureCodes.OutgoingFailed, fault.GetType().Name),
            _ => null,
        };
    }
}
