using System.Collections.Immutable;
using FlowEngine.Conversations;
using FlowEngine.Text;
using FlowEngine.Text.Personal;

namespace FlowEngine.Running;

/// <summary>The walk of one turn: its frames and variables, and the moves that results ask for.</summary>
internal sealed class Walk
{
    private readonly TurnInput _turn;
    private readonly List<Frame> _frames;
    private readonly VariableScope _conversation;
    private readonly ReadOnlyVariables _readOnly;
    private readonly TimeZoneInfo _timeZone;

    public Walk(TurnInput turn, List<Frame> frames)
    {
        _turn = turn;
        _frames = frames;
        Innermost = frames[^1];
        _conversation = new VariableScope(turn.State.Vars, turn.State.Personal);
        _timeZone = turn.Tenant.FindTimeZone();
        _readOnly = TurnVariables.ReadOnly(turn, _timeZone);
        Language = turn.Language;
    }

    public string Language { get; private set; }

    public Frame Innermost { get; private set; }

    public int Depth => _frames.Count;

    public IReadOnlyList<Frame> Frames => _frames;

    public IReadOnlyDictionary<string, Value> ConversationVariables => _conversation.Snapshot();

    public IReadOnlyList<string>? PersonalVariables => _conversation.Personal();

    public TextScope Scope
    {
        get
        {
            var frame = Innermost;
            return frame.Scope ??= new TextScope(
                new Variables(frame.Variables, _conversation, _readOnly), Language, _turn.Tenant.Languages, _turn.Tenant.Currency, _timeZone);
        }
    }

    public void Set(ImmutableArray<Assignment> assignments)
    {
        if (assignments.IsDefaultOrEmpty)
        {
            return;
        }

        foreach (var assignment in assignments)
        {
            var (scope, name, value) = assignment;
            if (scope == AssignmentScope.Walk)
            {
                Innermost.Variables.Set(name, value, assignment.IsPersonal);
            }
            else
            {
                _conversation.Set(name, value, assignment.IsPersonal);
                if (name == TurnVariables.Language && value.Text is { Length: 2 } language)
                {
                    Speak(language);
                }
            }
        }
    }

    public void Forget() => _conversation.Clear();

    public void Push(Frame frame)
    {
        _frames.Add(frame);
        Innermost = frame;
    }

    /// <summary>Leaves the innermost frame; its outputs become the caller's walk variables unless it failed.</summary>
    public void Pop(bool failed)
    {
        var left = Innermost;
        _frames.RemoveAt(_frames.Count - 1);
        Innermost = _frames[^1];
        if (failed)
        {
            return;
        }

        foreach (var (from, to) in left.Outputs)
        {
            Innermost.Variables.Set(to, left.Variables.Get(from), left.Variables.IsPersonal(from) || PersonalNames.Has(from));
        }
    }

    private void Speak(string language)
    {
        Language = language;
        foreach (var frame in _frames)
        {
            frame.Scope = null;
        }
    }
}
