using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SoundHeardAndCatalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_Seen",
                table: "Seen");

            migrationBuilder.AddColumn<bool>(
                name: "Heard",
                table: "Seen",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Catalogue",
                table: "Observations",
                type: "TEXT",
                nullable: false,
                defaultValue: "2021-10-26");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Seen",
                table: "Seen",
                columns: new[] { "Case", "Reviewer", "Role", "Speed", "Heard" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_Seen",
                table: "Seen");

            migrationBuilder.DropColumn(
                name: "Heard",
                table: "Seen");

            migrationBuilder.DropColumn(
                name: "Catalogue",
                table: "Observations");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Seen",
                table: "Seen",
                columns: new[] { "Case", "Reviewer", "Role", "Speed" });
        }
    }
}
