using ReviewPortal.Core.Letters;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>AVG 5: another student of the same test is recognised as a reader would, and is in no letter.</summary>
public sealed class OtherStudentsTests
{
    /// <summary>AVG 5: a letter is about its addressee, however somebody else is written.</summary>
    [Theory]
    [InlineData("Daan Peeters zat naast u.", true)]
    [InlineData("Daan  \n Peeters zat naast u.", true)]
    [InlineData("Het adres was s0412702@demo.example.", true)]
    [InlineData("Kandidaat C-4701 deed hetzelfde.", true)]
    [InlineData("Kandidaat C-47015 deed hetzelfde.", false)]
    [InlineData("Nummer 10412702.", false)]
    public void Another_student_of_the_test_is_recognised_and_blotted_out_of_quotations(string reasons, bool named)
    {
        var others = new OtherStudents(null, ["Daan Peeters", "0412702", "C-4701"], StudentBody.Nobody);
        Assert.Equal(named, others.In(reasons).Any());
        Assert.Equal(named, others.Hidden(reasons).Contains("•••••", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Els van \u2019t Hof", "Els van 't Hof", true)]
    [InlineData("Els van 't Hof", "Els van \u2019t Hof", true)]
    [InlineData("Lukáš Horák", "Lukas Horak", true)]
    [InlineData("Lukas Horak", "Lukáš Hora\u0301k", true)]
    [InlineData("Łukasz Weiß", "LUKASZ WEISS", true)]
    [InlineData("İpek Işık", "ipek isik", true)]
    [InlineData("C-4701", "C\u20114701", true)]
    [InlineData("C-4701", "C\u20134701", true)]
    [InlineData("Anne-Marie Bos", "Anne\u2011Marie  Bos", true)]
    [InlineData("0412702", "\uFF10\uFF14\uFF11\uFF12\uFF17\uFF10\uFF12", true)]
    [InlineData("Daan Peeters", "Daan Pe\u00ADeters", true)]
    [InlineData("Ali", "Volgens Ali zat u achteraan", true)]
    [InlineData("ali", "Volgens Alí's buurman", true)]
    [InlineData("Ali", "Het alibi klopt", false)]
    [InlineData("Ali", "Alibi's kloppen", false)]
    [InlineData("Sean O'Neill", "Sean Oneill zat ernaast", true)]
    [InlineData("Sean Oneill", "Sean O\u2019Neill zat ernaast", true)]
    [InlineData("O'Neill", "Het was Oneill", true)]
    [InlineData("O'Neill", "Het was oneill", false)]
    [InlineData("Merve Yılmaz", "Yilmaz, Merve zat ernaast", true)]
    [InlineData("Merve Yılmaz", "YILMAZ,\nMERVE", true)]
    [InlineData("Yılmaz, Merve", "Merve Yılmaz", true)]
    [InlineData("Els van 't Hof", "Hof, Els van t", true)]
    [InlineData("Els van 't Hof", "van 't Hof, Els", true)]
    [InlineData("Merve Yılmaz", "Mevrouw Yılmaz; Merve", false)]
    [InlineData("0412702", "nummer 041 27 02", true)]
    [InlineData("0412702", "s041\u00A027\u00A002", true)]
    [InlineData("0412702", "1 041 27 02", false)]
    [InlineData("0412702", "041 27 02 1", false)]
    [InlineData("0412702", "04-12-702", false)]
    [InlineData("0412702", "0412.702", true)]
    [InlineData("0412702", "0412-702", true)]
    [InlineData("0412702", "s041/2702", true)]
    [InlineData("0412702", "041-2702-1", false)]
    [InlineData("Þrúður Ævarsdóttir", "ÞRÚÐUR ÆVARSDÓTTIR", true)]
    [InlineData("Þrúður Ævarsdóttir", "Þrúdur Aevarsdottir", true)]
    [InlineData("Þrúður Ævarsdóttir", "Thrudur Aevarsdottir", true)]
    [InlineData("Jan-Willem van 't Hof", "Jan Willem van 't Hof", true)]
    [InlineData("Jan Willem Bos", "Jan-Willem Bos", true)]
    [InlineData("Anna de Vries-Jansen", "Anna de Vries Jansen", true)]
    [InlineData("王孝慈", "王 孝慈 zat ernaast", true)]
    [InlineData("김민수", "김 민수 zat ernaast", true)]
    [InlineData("孝 慈", "孝慈 zat ernaast", true)]
    [InlineData("孝慈", "孝 慈 zat ernaast", true)]
    [InlineData("王 孝慈", "Dat was 王孝慈.", true)]
    [InlineData("王 孝慈", "Dat was 孝慈, 王.", true)]
    [InlineData("김 민수", "김민수 zat ernaast", true)]
    [InlineData("田中 さくら", "田中さくら zat ernaast", true)]
    [InlineData("田中さくら", "田中 さくら zat ernaast", true)]
    [InlineData("孝 慈", "孝 alleen", false)]
    [InlineData("孝 慈", "王孝慈 zat ernaast", false)]
    [InlineData("Roos", "een roos in de hand", false)]
    [InlineData("Roos", "Roos zat ernaast", true)]
    public void Another_student_is_recognised_in_a_slightly_different_spelling(string other, string reasons, bool named)
    {
        var others = new OtherStudents(null, [other], StudentBody.Nobody);
        Assert.Equal(named, others.In(reasons).Any());
        Assert.Equal(named, others.Hidden(reasons).Contains("•••••", StringComparison.Ordinal));
    }

    [Fact]
    public void Blotting_a_name_out_leaves_the_other_words_as_they_were_written() =>
        Assert.Equal("Café – “••••• ” en écht.", new OtherStudents(null, ["Lukáš Horák"], StudentBody.Nobody).Hidden("Café – “Lukas  Hora\u0301k ” en écht."));

    /// <summary>A letter must be able to name who it is to.</summary>
    [Fact]
    public void Whoever_goes_by_the_students_own_name_is_not_looked_for() =>
        Assert.Equal(["0412702", "Daan Peeters"], new OtherStudents("Lukas Horak", ["0412702", "Lukáš Horák", "Lukas", "Horák, Lukáš", "Daan Peeters"], Elsewhere("Lukáš Horák")).In("0412702, Lukáš Horák, Lukas en Daan Peeters"));

    /// <summary>A whole university has a name for nearly every word: who sat another test is known by what nobody else is called.</summary>
    [Theory]
    [InlineData("U kreeg de antwoorden van Łukasz  van der\nWeiß.", "Łukasz  van der\nWeiß")]
    [InlineData("Het adres was s0412702@demo.example.", "0412702")]
    [InlineData("Roos de Vries-Bakker zat ernaast.", "Roos de Vries-Bakker")]
    [InlineData("Roos zat ernaast.", null)]
    [InlineData("Mevrouw Weiss zat ernaast.", null)]
    [InlineData("Zij trapte een open deur in.", null)]
    [InlineData("Open Deur zat ernaast.", "Open Deur")]
    [InlineData("Het was Weiß, Łukasz van der.", "Weiß, Łukasz van der")]
    [InlineData("Het was Sean Oneill.", "Sean Oneill")]
    [InlineData("Het was D'Angelo, Pia.", "D'Angelo, Pia")]
    [InlineData("Het was nummer 041 27 02.", "041 27 02")]
    [InlineData("Het was nummer 0412-702.", "0412-702")]
    [InlineData("Het was Roos de Vries Bakker.", "Roos de Vries Bakker")]
    [InlineData("Deur, open of dicht.", null)]
    [InlineData("Het was 孝慈.", "孝慈")]
    [InlineData("Het was 王 孝慈.", "王 孝慈")]
    [InlineData("Het was 김민수.", "김민수")]
    [InlineData("Het was 孝.", null)]
    public void Who_sat_another_test_is_recognised_by_the_whole_name_or_number(string reasons, string? named)
    {
        var others = new OtherStudents(null, [], Elsewhere("Lukasz van der Weiss", "0412702", "Roos", "Roos de Vries-Bakker", "Open Deur", "Sean O'Neill", "Pia Dangelo", "孝 慈", "王孝慈", "김 민수"));
        Assert.Equal(named is null ? [] : [named], others.In(reasons));
        Assert.Equal(named is null ? reasons : reasons.Replace(named, "•••••", StringComparison.Ordinal), others.Hidden(reasons));
    }

    [Fact]
    public void Whoever_is_known_in_two_ways_is_found_once() =>
        Assert.Equal("••••• en •••••.", new OtherStudents(null, ["Roos", "Daan Peeters"], Elsewhere("Roos Peeters", "Daan Peeters")).Hidden("Roos Peeters en Daan Peeters."));

    /// <summary>All students are read once, for many letters: each is to one of them.</summary>
    [Fact]
    public void Whom_the_letter_is_to_is_left_out_of_the_whole_university()
    {
        var everybody = new StudentBody([("0412701", "Lukáš Horák"), ("0412702", "Lukáš Horák"), ("0412703", null)]);
        const string Text = "Lukáš Horák, 0412701, 0412702 en 0412703";
        Assert.Equal(["Lukáš Horák", "0412702", "0412703"], new OtherStudents(null, [], everybody, "0412701").In(Text));
        Assert.Equal(["Lukáš Horák", "0412701", "0412702"], new OtherStudents(null, [], everybody, "0412703").In(Text));
    }

    private static StudentBody Elsewhere(params string[] others) => new(others.Select(other => (other, (string?)null)));
}
