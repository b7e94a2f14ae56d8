using FlowEngine.Conversations;

namespace FlowEngine.Running;

/// <summary>The frames that a turn begins with, or why it cannot begin.</summary>
/// <param name="Resumes">The innermost frame stands at a node that waited.</param>
internal sealed record WalkOpening(List<Frame> Frames, bool Resumes, TurnFailure? Failure)
{
    public static WalkOpening Failed(TurnFailure failure) => new([], false, failure);
}
