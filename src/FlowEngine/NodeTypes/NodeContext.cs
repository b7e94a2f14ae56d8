using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.Text;
using FlowEngine.Text.Personal;

namespace FlowEngine.NodeTypes;

/// <summary>
/// What a running node sees. The engine keeps one a turn and moves it from node to node, so a node must not hold on to it.
/// </summary>
public sealed class NodeContext
{
    private readonly Func<NodeContext, TurnPorts> _openPorts;
    private TurnPorts? _ports;
    private TurnRows? _rows;
    private string? _turnId;
    private int _messages;
    private int _effects;

    /// <param name="openPorts">Called once, by the first node that uses a port.</param>
    internal NodeContext(TurnInput turn, Func<NodeContext, TurnPorts> openPorts, IReplyStream stream, TimeProvider time)
    {
        Turn = turn;
        _openPorts = openPorts;
        Stream = stream;
        Time = time;
    }

    public TurnInput Turn { get; }

    public TurnPorts Ports => _ports ??= _openPorts(this);

    public TurnRows Rows => _rows ??= new TurnRows(Tenant, Ports);

    public IReplyStream Stream { get; }

    public TimeProvider Time { get; }

    public string NodeId { get; internal set; } = "";

    /// <summary>The node type's configuration record.</summary>
    public object Configuration { get; internal set; } = "";

    /// <summary>Variables, language and formats, for templates and conditions.</summary>
    public TextScope Scope { get; internal set; } = null!;

    /// <summary>The walk waited at this node before this turn, and this is the user's answer to it; else null.</summary>
    public string? Answer { get; internal set; }

    /// <summary>Answers that this wait refused before.</summary>
    public int Attempts { get; internal set; }

    public Variables Variables => Scope.Variables;

    public string Language => Scope.Language;

    public TenantKey Tenant => Turn.Tenant.Key;

    /// <summary>The user's message of this turn; empty in a time-out.</summary>
    public string UserMessage => Turn.Message ?? "";

    /// <summary>What the person told so far, for taking it out of what is kept beside the messages.</summary>
    internal IReadOnlyCollection<string> PersonalTexts() => PersonalValues.Of(Variables.PersonalValues(PersonalNames.Has));

    private string TurnIdText => _turnId ??= Turn.TurnId.ToString("N");

    /// <summary>The same for the same turn and the same run of nodes.</summary>
    public string NewMessageId() =>
        string.Concat(TurnIdText, "-", (++_messages).ToString(CultureInfo.InvariantCulture));

    /// <summary>How many nodes this turn has entered, this one included.</summary>
    internal int Visits { get; set; }

    /// <summary>Turn, node and visit: stays the same when the node is tried again, so the other side can tell a repeat.</summary>
    public string VisitKey => $"{Turn.TurnId:N}:{NodeId}:{Visits}";

    /// <summary>Turn, node and attempt: a turn that is sent again makes the same keys.</summary>
    public string NewEffectKey() => $"{TurnIdText}:{NodeId}:{++_effects}";

    public Message NewMessage(string content, MessageKind kind = MessageKind.Text) =>
        new() { Id = NewMessageId(), Role = MessageRole.Assistant, Kind = kind, Content = content };
}
