"""First names and surnames of the Spanish-speaking world and of those who learn its language. Data only."""

from __future__ import annotations

from garita.training.simulator.choice import Choice


def _words(text: str) -> Choice[str]:
    return Choice(dict.fromkeys(word.replace("_", " ") for word in text.split()))


WOMEN = _words("""
    Ana María Lucía Carmen Elena Sofía Paula Marta Laura Isabel Rosa Valentina Camila Daniela Gabriela Andrea
    Julia Clara Inés Teresa Pilar Beatriz Alicia Nuria Raquel Silvia Ximena Renata Luisa Emma Anna Olivia Sarah
    Emily Claire Ingrid Greta Hannah Lena Mia Chiara Giulia Yuki Aiko Mei Fatima Amina Olga Katya Zoe Alice
    Charlotte Nora Freya Sara Noemí Mónica Patricia Verónica Lorena Adriana Mercedes Dolores Irene Eva Julieta
    Antonia Jennifer Jessica Karen Susan Linda Nicole Sophie Manon Petra Heike Birgit Agnieszka Priya Leila
    Marie Milagros Soledad Rocío Esther Macarena Araceli Yolanda Consuelo Guadalupe Itzel Regina Fernanda
    Mariana Alejandra Catalina Juana Josefina Micaela Florencia Malena Abril Pilar Luz_Marina Ana_Lucía
    María_José María_Elena Rosario Esperanza Belén Lourdes Graciela Norma Estela Amalia Cecilia Violeta Jimena
    Paloma Candela Elizabeth Margaret Rebecca Megan Lauren Chloe Grace Ella Ruby Katharina Johanna Anke Sabine
    Ursula Franziska Annika Camille Léa Élodie Margaux Juliette Céline Francesca Federica Larissa Beatriz_Helena
    Thaís Luana Rafaela Mariko Haruka Sakura Xiao Lihua Jing Min-ji Ji-woo Anastasia Svetlana Zofia Magda Ewa
    Ilona Astrid Sigrid Linnea Nadia Samira Yasmin Salma Wanjiru Zanele Anjali Kavya
""")
MEN = _words("""
    Juan Carlos Luis José Pedro Miguel Javier Diego Andrés Pablo Sergio Alejandro Fernando Ricardo Mateo
    Santiago Tomás Nicolás Martín Emilio Raúl Hugo Iván Óscar Rubén Joaquín Ignacio Gabriel Daniel David John
    Michael James Thomas Peter Lukas Felix Jonas Max Paul Pierre Antoine Luca Marco Kenji Hiroshi Wei Omar Ahmed
    Karim Ivan Dmitri Oliver Jack Harry Erik Lars Sven Adrián Álvaro Gonzalo Rodrigo Esteban Felipe Manuel
    Rafael Enrique Eduardo Víctor Jorge Robert William Brian Kevin Jean Louis Stefan Klaus Jan Piotr Tariq Raj
    Noah Liam Ramiro Facundo Emiliano Leandro Gustavo Hernán Alfredo Arturo Benjamín Bruno Camilo César Cristian
    Darío Ernesto Fabián Francisco Germán Guillermo Héctor Jaime Julián Leonardo Lorenzo Marcelo Mario Mauricio
    Maximiliano Octavio Patricio Ramón Rodolfo Salvador Saúl Simón Ulises Vicente Xavier Juan_Pablo José_Luis
    Luis_Ángel Juan_Carlos Miguel_Ángel Andrés_Felipe George Edward Charles Henry Samuel Benjamin Matthew Joshua
    Ryan Kyle Tyler Ethan Jordan Matthias Jürgen Wolfgang Florian Tobias Moritz Niklas Julien Mathieu Guillaume
    Étienne Luc Matteo Giovanni Paolo Thiago João Gustavo_Henrique Rafael_Augusto Daichi Takeshi Haruto Jun Bo
    Min-jun Do-yun Sergei Mikhail Jakub Tomasz Marek Zoltán Björn Anders Mikkel Youssef Hassan Ibrahim Kwame
    Sipho Arjun Vikram
""")
SURNAMES = _words("""
    García Martínez López Sánchez Pérez Gómez Fernández Díaz Torres Ramírez Flores Rivera Morales Ortiz Castro
    Vargas Rojas Herrera Medina Aguilar Vega Mendoza Guerrero Silva Navarro Domínguez Ramos Molina Delgado
    Serrano Blanco Suárez Iglesias Cruz Reyes Romero Gutiérrez Álvarez Muñoz Jiménez Ruiz Smith Johnson Brown
    Miller Wilson Taylor Anderson Clark Walker Müller Schmidt Weber Fischer Wagner Becker Dupont Martin Bernard
    Moreau Rossi Ferrari Bianchi Tanaka Sato Suzuki Chen Wang Kim Lee Nguyen Singh Khan Ivanova Petrov Kowalski
    Novak Jansen Andersson Hansen Silveira Santos Costa Almeida O'Brien Murphy Kelly Campbell Evans Cooper
    Parker Acosta Aguirre Alonso Alvarado Arias Avendaño Ávila Ayala Barrera Barrios Benítez Bermúdez Bravo
    Bustos Caballero Cabrera Calderón Campos Cano Cárdenas Carrasco Carrillo Castillo Cervantes Chávez Contreras
    Córdova Correa Cortés Cuevas Duarte Durán Echeverría Escobar Espinoza Estrada Etcheverry Ferreyra Figueroa
    Fuentes Galindo Gallardo Gallego Garrido Gil Giménez Guzmán Hernández Hidalgo Huamán Ibáñez Ibarra Juárez
    Lara Leiva León Lozano Luna Maldonado Marín Márquez Mejía Méndez Mercado Miranda Montero Montoya Mora Moreno
    Núñez Ochoa Ojeda Olivares Orellana Orozco Osorio Ospina Pacheco Padilla Palacios Paredes Parra Peña Peralta
    Pineda Ponce Prieto Quintero Quispe Rangel Rincón Ríos Rivas Robles Rodríguez Roldán Rosales Rubio Salas
    Salazar Salinas Sandoval Santana Sepúlveda Solano Solís Soto Tapia Toledo Trujillo Ulloa Valdés Valencia
    Valenzuela Velasco Velázquez Vera Vidal Villalobos Villanueva Zambrano Zamora Zapata Zárate Zúñiga Davis
    Jones White Harris Thompson Robinson Lewis Young King Wright Hill Scott Green Adams Baker Nelson Carter
    Mitchell Roberts Turner Phillips Edwards Collins Stewart Morris Rogers Reed Cook Morgan Bell Bailey Hughes
    Clarke Foster Brooks Bennett Schneider Hoffmann Schulz Koch Bauer Richter Klein Wolf Schröder Neumann
    Zimmermann Braun Krüger Hartmann Lange Vogel Keller Lefèvre Girard Leroy Dubois Laurent Fontaine Chevalier
    Blanchard Mercier Greco Esposito Romano Colombo Ricci Marino Carvalho Oliveira Souza Pereira Lima Barbosa
    Ribeiro Teixeira Nakamura Yamamoto Watanabe Kobayashi Ito Park Choi Zhang Liu Zhao Huang Tran Patel Sharma
    Gupta Nowak Mazur Wójcik Horváth Nagy Svoboda Popescu Ionescu Johansson Lindqvist Nielsen Larsen Virtanen
    de_Vries van_Dijk Bakker Peeters Benali Idrissi Haddad Mansour Okafor Mensah Nkosi Cohen Levi Yılmaz Demir
    Kaya Shevchenko Bondarenko
""")
