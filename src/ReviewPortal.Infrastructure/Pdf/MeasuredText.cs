using System.Collections.Immutable;
using System.Text;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>One line as written, every character with its font and place: the width of any part of it is a subtraction.</summary>
internal sealed class MeasuredText
{
    private readonly Face[] _faces;
    private readonly double[] _places;

    /// <exception cref="ArgumentException">No font has a character; <see cref="PrintableText"/> would have spelled it.</exception>
    public MeasuredText(string text, TextStyle style)
    {
        Text = text;
        Style = style;
        _faces = new Face[text.Length];
        _places = new double[text.Length + 1];
        var at = 0;
        foreach (var character in text.EnumerateRunes())
        {
            var face = ShippedFonts.FaceFor(character, style.Weight) ?? throw new ArgumentException($"No font has U+{character.Value:X4}", nameof(text));
            var end = at + character.Utf16SequenceLength;
            _faces.AsSpan(at..end).Fill(face);
            _places.AsSpan((at + 1)..(end + 1)).Fill(_places[at] + face.Width(character, style.Size));
            at = end;
        }
    }

    public string Text { get; }

    public TextStyle Style { get; }

    /// <summary>The width without the spaces at its end, which hang over the edge of a line.</summary>
    public double Width(int from, int to)
    {
        while (to > from && Text[to - 1] is ' ') to--;
        return _places[to] - _places[from];
    }

    /// <summary>The spaces at the end stay: they keep words apart when a screen reader joins the lines again.</summary>
    public Line Line(int from, int to)
    {
        var runs = ImmutableArray.CreateBuilder<Run>();
        while (from < to)
        {
            var end = from + 1;
            while (end < to && ReferenceEquals(_faces[end], _faces[from])) end++;
            runs.Add(new Run(_faces[from], Text[from..end], _places[end] - _places[from]));
            from = end;
        }

        return new Line(Style, runs.ToImmutable());
    }
}
