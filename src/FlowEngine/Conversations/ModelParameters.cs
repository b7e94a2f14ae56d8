using System.Globalization;

namespace FlowEngine.Conversations;

/// <summary>What a model was told beside its messages; null is the provider's own.</summary>
public sealed record ModelParameters(double? Temperature, int? MaxTokens)
{
    /// <summary>JSON, <c>{}</c> where nothing was said.</summary>
    public string Json
    {
        get
        {
            var said = new List<string>(2);
            if (Temperature is { } temperature)
            {
                said.Add(string.Create(CultureInfo.InvariantCulture, $"\"temperature\":{temperature}"));
            }

            if (MaxTokens is { } most)
            {
                said.Add(string.Create(CultureInfo.InvariantCulture, $"\"maxTokens\":{most}"));
            }

            return $"{{{string.Join(',', said)}}}";
        }
    }

    /// <summary>With what a question says itself, which goes before these.</summary>
    public ModelParameters Under(double? temperature, int? maxTokens) => new(temperature ?? Temperature, maxTokens ?? MaxTokens);
}
