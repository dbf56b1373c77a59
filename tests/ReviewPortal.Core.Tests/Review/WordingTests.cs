using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Tests.Review;

/// <summary>law.md 3.2: a reviewer writes what is seen and heard. Whether it was fraud the board says, and nobody else (UU-FR-2).</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("De kandidaat heeft gefraudeerd.", "gefraudeerd")]
    [InlineData("De kandidaat fraudeerde met een telefoon.", "fraudeerde")]
    [InlineData("Hier fraudeert de kandidaat.", "fraudeert")]
    [InlineData("Zij probeerde te frauderen.", "frauderen")]
    [InlineData("Dit is fraude.", "fraude")]
    [InlineData("Dit is tentamenfraude.", "tentamenfraude")]
    [InlineData("De fraudeur kijkt weg.", "fraudeur")]
    [InlineData("Een frauduleuze handeling.", "frauduleuze")]
    [InlineData("De kandidaat spiekt op een briefje.", "spiekt")]
    [InlineData("Om 10.12 uur spiekte de kandidaat.", "spiekte")]
    [InlineData("Er is gespiekt.", "gespiekt")]
    [InlineData("Zij zat te spieken.", "spieken")]
    [InlineData("Er ligt een spiekbriefje.", "spiekbriefje")]
    [InlineData("De kandidaat speelt vals.", "speelt vals")]
    [InlineData("Hij heeft vals gespeeld.", "vals gespeeld")]
    [InlineData("Dit is valsspelen.", "valsspelen")]
    [InlineData("De kandidaat is schuldig.", "schuldig")]
    [InlineData("De kandidaat bedriegt de universiteit.", "bedriegt")]
    [InlineData("Er is bedrog in het spel.", "bedrog")]
    [InlineData("De examinator is bedrogen.", "bedrogen")]
    [InlineData("Dit is plagiaat.", "plagiaat")]
    [InlineData("The candidate cheated.", "cheated")]
    [InlineData("This is clearly cheating.", "cheating")]
    [InlineData("The candidate commits fraud.", "fraud")]
    [InlineData("A fraudulent answer.", "fraudulent")]
    [InlineData("The candidate is guilty.", "guilty")]
    [InlineData("The answer was copied from another student.", "copied from another student")]
    [InlineData("A DISHONEST candidate.", "DISHONEST")]
    [InlineData("De antwoorden zijn afgekeken.", "afgekeken")]
    [InlineData("U hebt gefraudéérd.", "gefraudéérd")]
    [InlineData("Dit is ｆｒａｕｄｅ.", "ｆｒａｕｄｅ")]
    [InlineData("Dit is afkijken.", "afkijken")]
    [InlineData("Zij probeerde af te kijken.", "af te kijken")]
    [InlineData("De student keek af.", "keek af")]
    [InlineData("Hij kijkt bij zijn buurman af.", "kijkt bij zijn buurman af")]
    [InlineData("Het antwoord is overgeschreven van een medestudent.", "overgeschreven van een medestudent")]
    [InlineData("Het antwoord is van een ander overgeschreven.", "van een ander overgeschreven")]
    [InlineData("De zin is overgeschreven van een ander, tijdens de toets.", "overgeschreven van een ander")]
    [InlineData("De student schrijft alles over van haar buurvrouw.", "schrijft alles over van haar buurvrouw")]
    [InlineData("De student keek van het blad van de buurman af.", "keek van het blad van de buurman af")]
    [InlineData("Om 10.12 uur kijkt zij stiekem af.", "kijkt zij stiekem af")]
    [InlineData("Zij keken de antwoorden van een medestudent af.", "keken de antwoorden van een medestudent af")]
    [InlineData("Daarna keek de kandidaat bij zijn buurvrouw af.", "keek de kandidaat bij zijn buurvrouw af")]
    [InlineData("Ik zag dat hij afkeek.", "afkeek")]
    [InlineData("Hij schreef het antwoord van zijn buurman over.", "schreef het antwoord van zijn buurman over")]
    [InlineData("Toen schreef zij van het scherm van een ander over, en stopte.", "schreef zij van het scherm van een ander over")]
    [InlineData("Hij schrijft de zin steeds over van het blad van zijn buurman.", "schrijft de zin steeds over van het blad van zijn buurman")]
    [InlineData("Ik zag dat zij van een medestudent overschreef.", "van een medestudent overschreef")]
    [InlineData("Zij probeert het van haar buurvrouw over te schrijven.", "van haar buurvrouw over te schrijven")]
    [InlineData("Een stem zegt het antwoord voor.", "zegt het antwoord voor")]
    [InlineData("Iemand zei haar de antwoorden voor en liep weg.", "zei haar de antwoorden voor")]
    [InlineData("Er wordt voorgezegd.", "voorgezegd")]
    [InlineData("Ik hoor een stem die voorzegt.", "voorzegt")]
    [InlineData("Een stem begint voor te zeggen.", "voor te zeggen")]
    [InlineData("Zij speelde tijdens de toets vals.", "speelde tijdens de toets vals")]
    [InlineData("Er is een telefoon binnengesmokkeld.", "binnengesmokkeld")]
    [InlineData("De kandidaat smokkelde met de tijd.", "smokkelde")]
    [InlineData("The candidate looked at another's screen.", "looked at another's")]
    [InlineData("The candidate is looking at a fellow student’s answers.", "looking at a fellow student’s")]
    [InlineData("She copied off her neighbour.", "copied off her neighbour")]
    [InlineData("This was copied from someone else.", "copied from someone else")]
    public void A_verdict_is_found_and_named_as_it_was_written(string sentence, string word)
    {
        Assert.Equal([word], Wording.Verdicts(sentence));
        Assert.False(Wording.KeepsToFacts(sentence));
    }

    [Theory]
    [InlineData("Om 12 seconden gaat de lamp uit; daarna is alleen een vage omtrek te zien.")]
    [InlineData("Een tweede persoon komt binnen, blijft staan, praat en wijst naar het scherm.")]
    [InlineData("De kandidaat kijkt dertien seconden op een telefoon die naast het toetsenbord ligt.")]
    [InlineData("Tekst van de site wordt gekopieerd en in het antwoordveld geplakt.")]
    [InlineData("De kandidaat zingt vals mee met de radio.")]
    [InlineData("In de chat schrijft de ondersteuning: u bent ons geen uitleg verschuldigd.")]
    [InlineData("Op het scherm staat het venster van de fraudepreventiesoftware.")]
    [InlineData("De kandidaat leest de instructie over fraudebestendig werken.")]
    [InlineData("Het licht valt door een spleet; de spiegel achter de kandidaat weerkaatst het.")]
    [InlineData("De kandidaat steekt een spie in de deur.")]
    [InlineData("De student draagt onschuldig ogende oordopjes.")]
    [InlineData("De verbinding valt weg en komt na negen seconden terug.")]
    [InlineData("De kandidaat eet een boterham en drinkt water uit een doorzichtig glas.")]
    [InlineData("Zij lacht, fronst en zucht.")]
    [InlineData("At 00:40 text is copied from the site and pasted into the answer field.")]
    [InlineData("The candidate looks to the right for twelve seconds.")]
    [InlineData("A second voice can be heard; the words cannot be understood.")]
    [InlineData("The candidate shows earplugs to the camera before the test.")]
    [InlineData("The phone lies on the desk with its screen down.")]
    [InlineData("The candidate leaves the room and returns after 22 seconds.")]
    [InlineData("A cheetah is on the wallpaper of the desktop.")]
    [InlineData("Geen beeld van de telefoon tussen 20 en 60 seconden.")]
    [InlineData("De student keek naar links.")]
    [InlineData("De kandidaat kijkt af en toe naar links.")]
    [InlineData("Zij keek weg en liep van het scherm af.")]
    [InlineData("Hij keek van het scherm af naar het raam.")]
    [InlineData("De kandidaat leest wat op het scherm staat en zet de lamp af.")]
    [InlineData("De formule is overgeschreven van het scherm naar het kladpapier.")]
    [InlineData("De student schrijft de vraag over van het scherm.")]
    [InlineData("De zin is overgeschreven van een andere website.")]
    [InlineData("Dit is overgeschreven van een ander blad.")]
    [InlineData("De student schrijft het over van een ander scherm.")]
    [InlineData("Zij keek van haar blad af naar de klok.")]
    [InlineData("De student keek naar het blad van de buurman.")]
    [InlineData("De kandidaat kijkt naar de student naast hem en zet de lamp af.")]
    [InlineData("Ik keek de hele opname af.")]
    [InlineData("De ondersteuning schreef de vraag van de student over het geluid op.")]
    [InlineData("De student schrijft van links naar rechts over het hele blad.")]
    [InlineData("Zij schrijft de vraag van het scherm over.")]
    [InlineData("De kandidaat zegt iets en leest de vraag voor.")]
    [InlineData("De kandidaat zegt het antwoord voor vraag 3 hardop.")]
    [InlineData("Zij zegt iets voor en na de toets.")]
    [InlineData("Hij zegt iets voor, tijdens en na de toets.")]
    [InlineData("De surveillant zegt dat hij er klaar voor is.")]
    [InlineData("Hij zei wie hij was en stelde zich voor.")]
    [InlineData("De radio speelt een lied dat vals klinkt.")]
    [InlineData("De vraag gaat over mensensmokkel.")]
    [InlineData("The candidate looked at another window.")]
    [InlineData("A member of support looked at the candidate's screen.")]
    [InlineData("The candidate looks at another person in the room.")]
    [InlineData("Text was copied off the site.")]
    [InlineData("")]
    [InlineData(null)]
    public void An_ordinary_sentence_is_left_alone(string? sentence)
    {
        Assert.Empty(Wording.Verdicts(sentence));
        Assert.True(Wording.KeepsToFacts(sentence));
    }

    /// <summary>UU-REV-6: a suspicion is what a reviewer may name; that it is so, is for the board to say.</summary>
    [Theory]
    [InlineData("Ik ondersteun het vermoeden van fraude.", true)]
    [InlineData("Ik zie geen aanwijzing voor fraude.", true)]
    [InlineData("I see no indication of fraud.", true)]
    [InlineData("Ik zag twee mensen.", true)]
    [InlineData("De student heeft gefraudeerd.", false)]
    [InlineData("Het vermoeden van fraude klopt: er is gespiekt.", false)]
    [InlineData("The student cheated.", false)]
    public void A_suspicion_may_be_named_and_a_verdict_may_not(string text, bool fits) => Assert.Equal(fits, Wording.IsNoVerdict(text));

    [Fact]
    public void Every_verdict_of_a_text_is_named_once() =>
        Assert.Equal(["fraude", "spiekt"], Wording.Verdicts("Dit is fraude. De kandidaat spiekt. Fraude dus."));

    [Fact]
    public void A_long_text_is_read_in_no_time()
    {
        var longText = string.Concat(Enumerable.Repeat("De kandidaat speelt speelde niet niet een en bedrieg fraud-e copied from ", 3_000));
        Assert.NotEmpty(Wording.Verdicts(longText));
    }
}
