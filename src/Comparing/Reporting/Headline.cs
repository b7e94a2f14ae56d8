namespace FlowEngine.Comparing.Reporting;

/// <summary>The one sentence that a mode comes down to.</summary>
public static class Headline
{
    public static string Of(ModeFigures mode)
    {
        var rates = mode.Rates;
        return rates.Excess.Value is not null
            ? $"V2 differs {FigureText.Share(rates.Mismatch.Value!.Value)}, {FigureTables.FloorName(mode)} from itself {FigureText.Share(rates.Floor.Value!.Value)}, excess {FigureText.Share(rates.Excess)}."
            : rates.Mismatch.Value is not null
                ? $"V2 differs {FigureText.Share(rates.Mismatch)}; the excess is not known: {rates.Excess.Missing}."
                : $"How much V2 differs is not known: {rates.Mismatch.Missing}.";
    }
}
