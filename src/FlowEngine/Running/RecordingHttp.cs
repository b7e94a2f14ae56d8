using FlowEngine.Conversations;

namespace FlowEngine.Running;

internal sealed class RecordingHttp(IOutgoingHttp inner, OutsideAnswers answers) : IOutgoingHttp
{
    public async ValueTask<OutgoingAnswer> SendAsync(OutgoingCall call, CancellationToken cancellationToken) =>
        answers.Note("http", await inner.SendAsync(call, cancellationToken), OutsideAnswers.Json.OutgoingAnswer);
}
