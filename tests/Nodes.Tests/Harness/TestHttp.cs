using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>The outside: answers in turn what the test lays down, the last of it again and again, and keeps what was asked.</summary>
public sealed class TestHttp : IOutgoingHttp
{
    private readonly Queue<OutgoingAnswer> _answers = new([new OutgoingAnswer(200, Value.Object(("ok", Value.Of(true))), true)]);

    public List<OutgoingCall> Calls { get; } = [];

    /// <summary>Called while the call is under way.</summary>
    public Action<OutgoingCall>? OnCall { get; set; }

    public void Answers(params OutgoingAnswer[] answers)
    {
        _answers.Clear();
        foreach (var answer in answers)
        {
            _answers.Enqueue(answer);
        }
    }

    public ValueTask<OutgoingAnswer> SendAsync(OutgoingCall call, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        OnCall?.Invoke(call);
        return new(_answers.Count > 1 ? _answers.Dequeue() : _answers.Peek());
    }
}
