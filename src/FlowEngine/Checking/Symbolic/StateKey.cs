using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FlowEngine.Checking.Symbolic;

/// <summary>A text that is equal for equivalent states: those with the same possible continuations.</summary>
internal static class StateKey
{
    public static string For(SymbolicState state)
    {
        var key = new StringBuilder();
        foreach (var frame in state.Frames)
        {
            key.Append(frame.Node).Append('(');
            Append(key, frame.Walk, state);
            key.Append(')');
        }

        Append(key, state.Conversation, state);
        key.Append('#').Append(state.Answered ? 't' : 'm').Append(state.Turns.Count == 1 ? '1' : 'n').Append(state.IsGuessed ? 'g' : ' ').Append(state.SilentAt);
        Append(key, state.Turns[^1]);
        foreach (var (fact, holds) in state.Facts)
        {
            key.Append('|').Append(fact).Append(holds ? '+' : '-');
        }

        return key.ToString();
    }

    private static void Append(StringBuilder key, ImmutableSortedDictionary<string, SymbolicValue> variables, SymbolicState state)
    {
        foreach (var (name, value) in variables)
        {
            key.Append(name).Append('=');
            switch (value)
            {
                case SymbolicValue.Constant constant:
                    key.Append(CultureInfo.InvariantCulture, $"{constant.Value.Kind}:{constant.Value}");
                    break;
                case SymbolicValue.UserInput heard:
                    key.Append('@').Append(heard.Node);
                    Append(key, state.Turns[heard.Turn]);
                    break;
                case SymbolicValue.Unknown opaque:
                    key.Append('?').Append(opaque.Id);
                    break;
            }

            key.Append(';');
        }
    }

    private static void Append(StringBuilder key, SymbolicTurn turn)
    {
        key.Append(turn.Message is null ? "[time-out" : "[");
        foreach (var constraint in turn.Constraints.Keys)
        {
            key.Append(constraint).Append('&');
        }

        key.Append(']');
    }
}
