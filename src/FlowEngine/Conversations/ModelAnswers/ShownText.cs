using System.Text;

namespace FlowEngine.Conversations.ModelAnswers;

/// <summary>The part of an answer that the user may see, and how much of it may be passed on already.</summary>
/// <param name="isHeld">Nothing is passed on before the answer's end, or before its thinking is closed.</param>
internal sealed class ShownText(bool isHeld)
{
    /// <summary>Characters at the beginning that tell whether the model thinks aloud.</summary>
    private const int MaxOpener = 40;

    private readonly StringBuilder _text = new();
    private bool _skipsBlanks = true;
    private bool _isHeld = isHeld;
    private bool _isDecided;
    private int _released;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>The last character, or <c>\0</c> where there is none.</summary>
    public char Last => IsEmpty ? '\0' : _text[^1];

    public bool IsAtLineStart => Last is '\0' or '\n';

    public void Append(ReadOnlySpan<char> text)
    {
        if (_skipsBlanks)
        {
            text = text.TrimStart();
            _skipsBlanks = text.IsEmpty;
        }

        _text.Append(text);
    }

    /// <summary>Something is left out here: where blanks come before it, those after it are left out as well.</summary>
    public void SkipBlanks() => _skipsBlanks = IsEmpty || char.IsWhiteSpace(Last);

    /// <summary>It is known where the thinking ends, so that the text need not be held any longer.</summary>
    public void StopHolding() => (_isHeld, _isDecided) = (false, true);

    /// <returns>Whether some of the removed text was released before.</returns>
    public bool Clear()
    {
        var wasReleased = _released > 0;
        _text.Clear();
        (_released, _skipsBlanks) = (0, true);
        return wasReleased;
    }

    /// <returns>What may be passed on now and was not before.</returns>
    public string Release(bool isEnd)
    {
        if (!isEnd && !_isHeld && !_isDecided)
        {
            var opener = ThinkingOpeners.Match(_text.ToString(0, Math.Min(_text.Length, MaxOpener)));
            _isHeld = opener == MarkerMatch.Found;
            _isDecided = opener == MarkerMatch.None && !IsEmpty;
            if (!_isDecided)
            {
                return "";
            }
        }

        if (_isHeld && !isEnd)
        {
            return "";
        }

        var text = _text.ToString(_released, _text.Length - _released);
        _released = _text.Length;
        return text;
    }

    public override string ToString() => _text.ToString();
}
